using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;

namespace PhuSa.Papers;

public sealed class PapersModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
    }
}
