namespace PhuSa.Tests;

/// <summary>One product with the samples for all tests of a class that change only what is their own.</summary>
public sealed class SampleHouse : IAsyncLifetime
{
    public App App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await App.StartAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
