using Microsoft.Extensions.DependencyInjection;

namespace PhuSa.Platform;

/// <summary>What a reading seldom needs, made when it is asked for: most pages find what it would say kept already.</summary>
public sealed class Later<T>(IServiceProvider services)
    where T : notnull
{
    public T Value => services.GetRequiredService<T>();
}
