using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PhuSa.Platform;

/// <summary>What the host needs to know about a module. One class per module implements it.</summary>
public interface IModule
{
    Assembly Assembly => GetType().Assembly;

    void AddServices(IServiceCollection services);

    /// <summary>Addresses that are not Razor Pages: the API, downloads, posts of the layout.</summary>
    void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
