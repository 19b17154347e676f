using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.People;

/// <summary>
/// Each night: who has not been here for 45 days is disabled, who is a week short of it is told. The last administrator stays, and is told so.
/// </summary>
internal sealed class IdleAccounts(
    AppDbContext db,
    AccountRegister accounts,
    INotices notices,
    Acting acting,
    IConfiguration configuration,
    TimeProvider clock) : IScheduledJob
{
    public const string JobCode = "people.idle";
    private const int DefaultDays = 45;
    private const int LeastDays = 8;
    private const int WarnedBefore = 7;

    public string Code => JobCode;

    public string Name => "Khoá tài khoản lâu không dùng";

    public JobSchedule Schedule { get; } = new JobSchedule.Daily(new TimeOnly(3, 10));

    /// <summary>TCVN 14423:2026: at most 45; a shorter span must leave room for the warning.</summary>
    private int Days => Math.Clamp(configuration.GetValue("SignIn:IdleDays", DefaultDays), LeastDays, DefaultDays);

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        acting.As(new Actor("Phù Sa", $"công việc nền {JobCode}"));
        var now = clock.GetUtcNow().UtcDateTime;
        var (disabled, warned) = (0, 0);
        foreach (var idle in await IdleAsync(now.AddDays(WarnedBefore - Days), cancellationToken))
        {
            if (idle.Since > now.AddDays(-Days))
            {
                await WarnAsync(idle, (int)Math.Ceiling((idle.Since.AddDays(Days) - now).TotalDays), cancellationToken);
                warned++;
            }
            else if (await DisableAsync(idle, cancellationToken))
            {
                disabled++;
            }
        }

        return disabled + warned == 0 ? null : new JobOutcome("Đã khoá {0} tài khoản lâu không dùng; {1} tài khoản sắp đến hạn khoá.", disabled, warned);
    }

    /// <summary>Longest idle first: of several idle administrators the one who was here last remains.</summary>
    private async Task<IReadOnlyList<Idle>> IdleAsync(DateTime before, CancellationToken cancellationToken)
    {
        var people = await db.Set<Person>().AsNoTracking()
            .Where(p => p.Status == PersonStatus.Active && p.ActiveSince <= before && (p.LastSignInAt == null || p.LastSignInAt <= before))
            .Where(p => !db.Set<SignInSession>().Any(s => s.PersonId == p.Id && s.SeenAt > before))
            .Select(p => new { p.Id, p.ActiveSince, p.LastSignInAt, Seen = db.Set<SignInSession>().Where(s => s.PersonId == p.Id).Max(s => (DateTime?)s.SeenAt) })
            .ToListAsync(cancellationToken);
        return [.. people.Select(p => new Idle(p.Id, new[] { p.ActiveSince, p.LastSignInAt ?? p.ActiveSince, p.Seen ?? p.ActiveSince }.Max())).OrderBy(p => p.Since).ThenBy(p => p.PersonId)];
    }

    private async Task<bool> DisableAsync(Idle idle, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().SingleAsync(p => p.Id == idle.PersonId, cancellationToken);
        try
        {
            await accounts.DisableAsync(person, $"Không đăng nhập trong {Days} ngày", cancellationToken);
            return true;
        }
        catch (RefusedException)
        {
            await notices.TellHoldersAsync(
                IdentityRights.ManagePeople,
                organisationId: null,
                new Notice("Quản trị viên cuối cùng đã {0} ngày không đăng nhập; tài khoản được giữ lại. Hãy đăng nhập, và thêm một quản trị viên khác.", [$"{Days}"], "/quan-tri/nguoi-dung", Urgency.Urgent, $"{JobCode}:last:{idle.Key}"),
                cancellationToken);

            await db.SaveChangesAsync(cancellationToken);
            return false;
        }
    }

    private async Task WarnAsync(Idle idle, int days, CancellationToken cancellationToken)
    {
        await notices.TellAsync(
            [idle.PersonId],
            new Notice("Tài khoản của bạn lâu không dùng và sẽ bị khoá sau {0} ngày. Chỉ cần đăng nhập một lần để giữ tài khoản.", [$"{days}"], PersonalPlaces.Office, Urgency.Urgent, $"{JobCode}:{idle.Key}"),
            cancellationToken);

        await db.SaveChangesAsync(cancellationToken);
    }

    private sealed record Idle(Guid PersonId, DateTime Since)
    {
        /// <summary>One warning for one span of absence.</summary>
        public string Key => $"{PersonId:N}:{Since:yyyyMMdd}";
    }
}
