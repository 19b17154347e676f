using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;

namespace PhuSa.Office.Notices;

/// <summary>What a person has not read goes by mail once a day at most, in one message.</summary>
internal sealed class DailyDigest(AppDbContext db, IPeople people, IOutbox outbox, NoticeWords words, TimeProvider clock) : IScheduledJob
{
    private const int AtATime = 100;

    public string Code => "office.digest";

    public string Name => "Gửi thư tổng hợp thông báo hằng ngày";

    public JobSchedule Schedule => new JobSchedule.Daily(new TimeOnly(7, 30));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        if (!outbox.Reaches(MessageChannels.Mail))
        {
            return null;
        }

        var waiting = await Waiting().Select(n => n.PersonId).Distinct().ToListAsync(cancellationToken);
        var sent = 0;
        foreach (var ids in waiting.Chunk(AtATime))
        {
            // One short transaction for each hundred people: their messages, and that they got them.
            foreach (var person in await people.OfAsync(ids, cancellationToken))
            {
                sent += person.Email is { } email && await DigestAsync(person, email, cancellationToken) ? 1 : 0;
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        return sent == 0 ? null : new JobOutcome("Đã gửi thư tổng hợp cho {0} người.", sent);
    }

    private IQueryable<OfficeNotice> Waiting() => db.Set<OfficeNotice>().Where(n => n.PostedAt == null && n.ReadAt == null && n.Urgency == Urgency.Normal);

    private async Task<bool> DigestAsync(PersonContact person, string email, CancellationToken cancellationToken)
    {
        var preference = await db.Set<NoticePreference>().FindAsync([person.Id], cancellationToken) ?? db.Add(new NoticePreference(person.Id)).Entity;
        var today = VietnamTime.Today(clock);
        if (!preference.WantsDigest || preference.LastDigestOn == today)
        {
            return false;
        }

        var notices = await Waiting().Where(n => n.PersonId == person.Id).OrderByDescending(n => n.ToldAt).ThenByDescending(n => n.Id).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        notices.ForEach(notice => notice.Posted(now));
        outbox.Post(MessageChannels.Mail, person.Id, words.Digest([.. notices.DistinctBy(n => n.Key ?? n.Id.ToString("N"))], person, email));
        preference.Digested(today);
        return true;
    }
}
