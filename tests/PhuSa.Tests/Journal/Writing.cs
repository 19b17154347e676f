using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Journal.Chain;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Journal;

/// <summary>Writes entries, runs the journal's jobs and checks the chain as the house does.</summary>
internal static class Writing
{
    private static readonly Actor By = new("Kiểm thử", "dữ liệu kiểm thử");

    public static Task NoteAsync(this App app, int count = 1, string title = "Mục") => app.InScopeAsync(async services =>
    {
        var notes = services.GetRequiredService<JournalNotes>();
        for (var i = 1; i <= count; i++)
        {
            notes.Add("kiem_thu", Guid.CreateVersion7(), $"{title} {i}", "Read", by: By);
        }

        return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });

    public static Task<JobOutcome?> RunAsync(this App app, string job) => app.InScopeAsync(services =>
        services.GetServices<IScheduledJob>().Single(j => j.Code == job).RunAsync(CancellationToken.None));

    public static Task LinkAsync(this App app) => app.RunAsync(JournalJobs.Chain);

    public static Task<ChainVerdict> CheckAsync(this App app, DateOnly? from = null, KeptDigests? kept = null) => app.InScopeAsync(services =>
        services.GetRequiredService<ChainCheck>().RunAsync(from, kept, CancellationToken.None));

    public static Task<List<(long Number, JournalEntry Entry, DateTime LinkedAt)>> ChainAsync(this App app) => app.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var rows = await db.Set<JournalLink>().Join(db.Set<JournalEntry>(), l => l.EntryId, e => e.Id, (Link, Entry) => new { Link, Entry }).OrderBy(r => r.Link.Number).AsNoTracking().ToListAsync();
        return rows.ConvertAll(row => (row.Link.Number, row.Entry, row.Link.LinkedAt));
    });

    public static Task<List<JournalDay>> DaysAsync(this App app) => app.InScopeAsync(services =>
        services.GetRequiredService<AppDbContext>().Set<JournalDay>().AsNoTracking().OrderBy(d => d.Day).ToListAsync());

    /// <summary>What somebody with the database's password does.</summary>
    public static Task TamperAsync(this App app, FormattableString sql) => app.InDbAsync(async db => Assert.NotEqual(0, await db.Database.ExecuteSqlAsync(sql)));
}
