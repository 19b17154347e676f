using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Journal.Chain;
using PhuSa.Platform.Journal.Sealing;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Journal;

/// <summary>The journal of a product on a clock of its own: moving the product's by days would run each of its timers thousands of times.</summary>
internal sealed class JournalOnOwnClock(App app)
{
    private readonly ChainSweep _sweep = new();

    public FakeTimeProvider Clock { get; } = new(App.Start);

    public Task<int> NoteAsync(int count = 1, string title = "Mục") => app.InScopeAsync(async services =>
    {
        var notes = Notes(services);
        for (var i = 1; i <= count; i++)
        {
            notes.Add("kiem_thu", Guid.CreateVersion7(), $"{title} {i}", "Read", by: new Actor("Kiểm thử"));
        }

        return await Db(services).SaveChangesAsync();
    });

    public Task<int> LinkAsync() => app.InScopeAsync(services => new JournalChain(Db(services), _sweep, Clock).LinkAsync(CancellationToken.None));

    public Task<(int, DateOnly?)> RemoveAsync() => app.InScopeAsync(services =>
        new JournalRemoval(Db(services), new JournalKeeping(24), services.GetRequiredService<Acting>(), Notes(services), Clock).RunAsync(CancellationToken.None));

    public Task<ChainVerdict> CheckAsync(KeptDigests? kept = null) => app.InScopeAsync(services =>
        new ChainCheck(Db(services), Clock).RunAsync(from: null, kept, CancellationToken.None));

    private JournalNotes Notes(IServiceProvider services) => new(Db(services), services.GetRequiredService<Acting>(), services.GetRequiredService<PersonKeyBook>(), Clock);

    private static AppDbContext Db(IServiceProvider services) => services.GetRequiredService<AppDbContext>();
}
