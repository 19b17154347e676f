using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Jobs;

/// <summary>Asks by a mark in the database, in the caller's transaction where one is open; any instance that runs jobs sees it within a second.</summary>
internal sealed class AskedJobs(AppDbContext db, JobCatalogue catalogue, JobRunner runner, JobRecords records, AskedSignal signal, TimeProvider clock) : IJobs
{
    public async Task RunSoonAsync(string code, CancellationToken cancellationToken)
    {
        Require(code);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await MarkAsync(code, now, cancellationToken) == 0)
        {
            await EnsureAsync(code, cancellationToken);
            await MarkAsync(code, now, cancellationToken);
        }

        signal.Ring();
    }

    public async Task RunNowAsync(string code, CancellationToken cancellationToken)
    {
        Require(code);
        if (!await runner.RunAsync(code, RunReason.Now, cancellationToken))
        {
            throw new RefusedException("Công việc nền này đang chạy.");
        }
    }

    /// <summary>Before a house was ever opened no job has a row. Where the caller holds the one pen of SQLite, another connection would wait for it in vain.</summary>
    private async Task EnsureAsync(string code, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            await records.EnsureAsync(code, cancellationToken);
            return;
        }

        db.Add(new JobState(code));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The first ask stays: asking twice is one run.</summary>
    private Task<int> MarkAsync(string code, DateTime now, CancellationToken cancellationToken) =>
        db.Set<JobState>().Where(s => s.Code == code).ExecuteUpdateAsync(set => set.SetProperty(s => s.AskedAt, s => s.AskedAt ?? now), cancellationToken);

    private void Require(string code)
    {
        if (catalogue.Find(code) is null)
        {
            throw new ArgumentException($"There is no job “{code}”.", nameof(code));
        }
    }
}

/// <summary>Wakes this process's scheduler, so that an ask does not wait for its next look at the database.</summary>
internal sealed class AskedSignal : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);

    public void Ring()
    {
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    public Task WaitAsync(TimeSpan most, CancellationToken cancellationToken) => _bell.WaitAsync(most, cancellationToken);

    public void Dispose() => _bell.Dispose();
}
