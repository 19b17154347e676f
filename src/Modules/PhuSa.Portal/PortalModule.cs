using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;

namespace PhuSa.Portal;

public sealed class PortalModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
    }
}
