using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;

namespace PhuSa.Cooperatives;

public sealed class CooperativesModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
    }
}
