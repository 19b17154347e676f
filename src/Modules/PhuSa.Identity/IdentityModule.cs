using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;

namespace PhuSa.Identity;

/// <summary>People, the organisation they act for, their roles, and how they sign in.</summary>
public sealed class IdentityModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
    }
}
