using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Portal.Visits;

namespace PhuSa.Portal;

public sealed class PortalModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddVisits();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapVisits();
}
