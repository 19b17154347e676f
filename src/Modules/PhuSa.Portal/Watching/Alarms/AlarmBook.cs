using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Watching.Freezes;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Watching.Alarms;

/// <summary>Opens an alarm for what is newly found, closes what is right again, tells the administrators once, and freezes where that is wanted.</summary>
internal sealed class AlarmBook(AppDbContext db, IEnumerable<INotices> notices, Freezing freezing, JournalNotes notes, TimeProvider clock)
{
    private const int ToldOneByOne = 3;

    public Task<List<WatchAlarm>> OpenAsync(CancellationToken cancellationToken) =>
        db.Set<WatchAlarm>().Where(a => a.ClosedAt == null).OrderByDescending(a => a.FirstAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);

    /// <returns>Null where there is none of this id.</returns>
    public Task<WatchAlarm?> FindAsync(Guid id, CancellationToken cancellationToken) => db.Set<WatchAlarm>().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);

    /// <summary>It stays known and open, and is no longer told; noted in the journal. Saves.</summary>
    /// <param name="fingerprint">Of what was seen by whoever dismisses.</param>
    /// <exception cref="RefusedException">Something else is found there by now, or it is no alarm any more.</exception>
    public async Task DismissAsync(WatchAlarm alarm, string fingerprint, string why, Actor by, CancellationToken cancellationToken)
    {
        if (alarm.Fingerprint != fingerprint)
        {
            throw new RefusedException("Ở chỗ này vừa thấy điều khác với điều bạn đã đọc. Hãy đọc lại báo động rồi hãy bỏ qua.");
        }

        alarm.Dismiss(why, by, clock.GetUtcNow().UtcDateTime);
        notes.Add("portal_watch_alarms", alarm.Id, $"{alarm.Kind} {alarm.Address} {alarm.Detail}".Trim(), "Dismiss", why);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <param name="wasChecked">Whether an address was looked at this time: what was not stays as it is.</param>
    /// <returns>How many are new. Saves, with whatever the caller has added.</returns>
    public async Task<int> TakeAsync(IReadOnlyList<Finding> findings, Func<string, bool> wasChecked, IReadOnlyList<FindingKind> freezeOn, Actor by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await OpenAsync(cancellationToken);
        var fresh = new List<WatchAlarm>();
        foreach (var finding in findings)
        {
            var (address, detail) = (Short(finding.Address, WatchAlarm.AddressMaxLength)!, Short(finding.Detail, WatchAlarm.DetailMaxLength)!);
            var known = open.Find(alarm => alarm.Kind == finding.Kind && alarm.Address == address && alarm.Detail == detail);
            if (known is null)
            {
                known = new WatchAlarm { Id = Guid.CreateVersion7(new DateTimeOffset(now)), Kind = finding.Kind, Address = address, Detail = detail, FirstAt = now };
                db.Add(known);
                open.Add(known);
                fresh.Add(known);
            }

            (known.LastAt, known.Expected, known.Found) = (now, Short(finding.Expected, WatchAlarm.ExcerptMaxLength), Short(finding.Found, WatchAlarm.ExcerptMaxLength));
            if (known is { DismissedFinding: not null, IsDismissed: false })
            {
                known.Return();
                fresh.Add(known);
            }
        }

        foreach (var right in open.Where(alarm => alarm.LastAt != now && wasChecked(alarm.Address)))
        {
            right.ClosedAt = now;
        }

        await TellAsync(fresh, cancellationToken);

        // One transaction: alarms that were saved without the freeze would be known the next time, and nothing would freeze any more.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (fresh.Find(alarm => freezeOn.Contains(alarm.Kind)) is { } cause && await freezing.HoldingAsync(cancellationToken) is null)
        {
            await FreezeAsync(cause, by, now, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return fresh.Count;
    }

    private async Task FreezeAsync(WatchAlarm cause, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var why = string.Format(System.Globalization.CultureInfo.InvariantCulture, SiteWatch.SentenceOf(cause.Kind), cause.Address, cause.Detail);
        db.Add(new PublishingFreeze(Guid.CreateVersion7(new DateTimeOffset(now)), Short(why, Step.WhyMaxLength)!, by, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure.IsTwice())
        {
            // An administrator, or another process, froze in the same moment: it is frozen, and only this save is taken back.
            db.ChangeTracker.Clear();
        }
    }

    private async Task TellAsync(List<WatchAlarm> fresh, CancellationToken cancellationToken)
    {
        var told = fresh.Count <= ToldOneByOne
            ? fresh.ConvertAll(alarm => new Notice(SiteWatch.SentenceOf(alarm.Kind), [alarm.Address, alarm.Detail], WatchRights.Office, Urgency.Urgent, $"portal.watch.{alarm.Id:N}.{alarm.Fingerprint[..8]}"))
            : [new Notice("Giám sát phát hiện {0} điều không như đã đăng.", [fresh.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)], WatchRights.Office, Urgency.Urgent, $"portal.watch.{fresh[0].Id:N}.{fresh[0].Fingerprint[..8]}")];
        foreach (var notice in told)
        {
            foreach (var each in notices)
            {
                await each.TellHoldersAsync(WatchRights.Watch, organisationId: null, notice, cancellationToken);
            }
        }
    }

    private static string? Short(string? text, int most) => text is null ? null : VietnameseText.Beginning(text, most);
}
