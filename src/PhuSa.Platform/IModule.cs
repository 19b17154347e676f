using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Rights;

namespace PhuSa.Platform;

/// <summary>What the host needs to know about a module. One class per module implements it.</summary>
public interface IModule
{
    Assembly Assembly => GetType().Assembly;

    /// <summary>What may be done in this module, and by whom.</summary>
    IReadOnlyList<Right> Rights => [];

    /// <summary>Which folders of pages ask for which right. A page under <c>/quan-tri</c> that no folder covers keeps the house from opening.</summary>
    IReadOnlyList<OfficeFolder> OfficeFolders => [];

    IReadOnlyList<OfficeLink> OfficeLinks => [];

    void AddServices(IServiceCollection services);

    /// <summary>What this module asks of every request between “who is it” and “may they”: behind routing and authentication.</summary>
    void UseMiddleware(IApplicationBuilder app)
    {
    }

    /// <summary>Addresses that are not Razor Pages: the API, downloads, posts of the layout.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
