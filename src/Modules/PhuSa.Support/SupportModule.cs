using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;

namespace PhuSa.Support;

public sealed class SupportModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
    }
}
