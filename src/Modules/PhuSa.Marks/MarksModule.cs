using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;

namespace PhuSa.Marks;

public sealed class MarksModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
    }
}
