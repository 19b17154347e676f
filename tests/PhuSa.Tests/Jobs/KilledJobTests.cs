using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Import;
using PhuSa.Tests.Journal;
using PhuSa.Tests.Visits;

namespace PhuSa.Tests.Jobs;

/// <summary>kill -9 of a real process with a job under way.</summary>
public sealed class KilledJobTests
{
    private const int Entries = 40_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_job_whose_process_was_killed_is_shown_as_broken_off_and_run_again()
    {
        await using var app = await App.StartAsync(empty: true);
        using var many = new ImportFolder().With("organisations.csv", Organisations());
        await app.ImportAsync(many.Path);
        await app.LinkAsync();
        await KillUnderWayAsync(app);

        var (server, _) = await KillTests.StartAsync(app, app.Data);
        try
        {
            var again = await WaitAsync(app, state => state is { IsUnfinished: false, Succeeded: true }, "The job was not run again.");
            Assert.True(again.FinishedAt > again.StartedAt);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            server.Dispose();
        }

        await app.InDbAsync(async db =>
        {
            var broken = await db.Set<JobRun>().SingleAsync(run => run.Code == JournalJobs.Verify && !run.Succeeded);
            Assert.Equal((JobWords.BrokenOff, null), (broken.Sentence, broken.Error));
        });
        Assert.Null((await app.CheckAsync()).Breach);
        var admin = await (await app.SignedInAsync(Role.Administrator)).OpenAsync($"{JobWords.Pages}/{JournalJobs.Verify}");
        Assert.Contains("Bị ngắt giữa chừng", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Tiến trình dừng khi việc đang chạy dở", admin.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await admin.SubmitAsync("main form")).Status);
    }

    /// <summary>The nightly check was missed, so the house begins with it when it opens.</summary>
    private static async Task KillUnderWayAsync(App app)
    {
        var opening = KillTests.StartAsync(app, app.Data);
        _ = await WaitAsync(app, state => state is { IsUnfinished: true }, "The job did not begin.");
        var (server, _) = await opening;
        server.Kill();
        await server.WaitForExitAsync();
        server.Dispose();
        await app.InDbAsync(async db => Assert.True((await db.Set<JobState>().AsNoTracking().SingleAsync(s => s.Code == JournalJobs.Verify)).IsUnfinished, "The job ended before its process."));
    }

    private static async Task<JobState> WaitAsync(App app, Func<JobState, bool> there, string otherwise)
    {
        var wait = Stopwatch.StartNew();
        while (true)
        {
            JobState? state = null;
            await app.InDbAsync(async db => state = await db.Set<JobState>().AsNoTracking().SingleOrDefaultAsync(s => s.Code == JournalJobs.Verify));
            if (state is not null && there(state))
            {
                return state;
            }

            Assert.True(wait.Elapsed < Patience, otherwise);
            await Task.Delay(5);
        }
    }

    private static string Organisations()
    {
        var text = new StringBuilder("code,name,short_name,kind\n");
        for (var i = 0; i < Entries; i++)
        {
            text.Append("to-chuc-").Append(i).Append(",Tổ hợp tác số ").Append(i).Append(",,cooperative-group\n");
        }

        return text.ToString();
    }
}
