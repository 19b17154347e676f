using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;

namespace PhuSa.Alliance;

public sealed class AllianceModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
    }
}
