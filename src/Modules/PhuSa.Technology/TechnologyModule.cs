using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;

namespace PhuSa.Technology;

public sealed class TechnologyModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
    }
}
