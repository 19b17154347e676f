using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
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
    private const int MostTries = 20;
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

    /// <summary>Asked for until it is seen under way: a run that was over sooner is asked for again.</summary>
    private static async Task KillUnderWayAsync(App app)
    {
        var (server, _) = await KillTests.StartAsync(app, app.Data);
        for (var tries = 0; tries < MostTries && !await IsUnderWayAsync(app); tries++)
        {
            await app.InScopeAsync(async services =>
            {
                await services.GetRequiredService<IJobs>().RunSoonAsync(JournalJobs.Verify, CancellationToken.None);
                return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
            });
            var asked = await StateAsync(app);
            _ = await WaitAsync(app, state => state.IsUnfinished || state.FinishedAt > (asked.FinishedAt ?? DateTime.MinValue), "The job did not begin.");
        }

        server.Kill();
        await server.WaitForExitAsync();
        server.Dispose();
        Assert.True(await IsUnderWayAsync(app), "The job was never seen under way.");
    }

    private static async Task<bool> IsUnderWayAsync(App app) => (await StateAsync(app)).IsUnfinished;

    private static Task<JobState> StateAsync(App app) => app.InScopeAsync(services =>
        services.GetRequiredService<AppDbContext>().Set<JobState>().AsNoTracking().SingleAsync(s => s.Code == JournalJobs.Verify));

    private static async Task<JobState> WaitAsync(App app, Func<JobState, bool> there, string otherwise)
    {
        var wait = Stopwatch.StartNew();
        while (true)
        {
            var state = await StateAsync(app);
            if (there(state))
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
