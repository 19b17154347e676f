using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;

namespace PhuSa.Places;

public sealed class PlacesModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
    }
}
