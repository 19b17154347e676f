using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;

namespace PhuSa.Programmes;

public sealed class ProgrammesModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
    }
}
