namespace PhuSa.Tests.Identity;

/// <summary>One product without samples for all tests of a class; each makes people of its own.</summary>
public class EmptyHouse : IAsyncLifetime
{
    public App App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await App.StartAsync(empty: true, prepare: Prepare);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual void Prepare(App app)
    {
    }
}
