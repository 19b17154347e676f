using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;

namespace PhuSa.Events;

public sealed class EventsModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
    }
}
