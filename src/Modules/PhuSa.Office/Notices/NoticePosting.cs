using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;

namespace PhuSa.Office.Notices;

/// <summary>
/// Makes messages of urgent notices: mail to those who have an address, otherwise SMS or Zalo. Only one instance does it at a time,
/// so the same thing is said once.
/// </summary>
internal sealed class NoticePosting(AppDbContext db, IPeople people, IOutbox outbox, NoticeWords words, TimeProvider clock)
{
    private const int Most = 500;

    /// <returns>How many messages were made.</returns>
    public async Task<int> PostUrgentAsync(CancellationToken cancellationToken)
    {
        var waiting = await db.Set<OfficeNotice>().Where(n => n.PostedAt == null && n.Urgency == Urgency.Urgent).OrderBy(n => n.ToldAt).ThenBy(n => n.Id).Take(Most).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return 0;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var contacts = (await people.OfAsync([.. waiting.Select(n => n.PersonId).Distinct()], cancellationToken)).ToDictionary(person => person.Id);
        var posted = 0;
        foreach (var notice in await WithoutCopiesAsync(waiting, cancellationToken))
        {
            notice.Posted(now);
            if (notice.ReadAt is null && contacts.TryGetValue(notice.PersonId, out var person) && Post(notice, person))
            {
                posted++;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return posted;
    }

    private bool Post(OfficeNotice notice, PersonContact person)
    {
        if (person.Email is { } email)
        {
            if (outbox.Reaches(MessageChannels.Mail))
            {
                outbox.Post(MessageChannels.Mail, person.Id, words.Urgent(notice, person, email));
                return true;
            }

            return false;
        }

        if (person.Phone is { } phone && new[] { MessageChannels.Sms, MessageChannels.Zalo }.FirstOrDefault(outbox.Reaches) is { } channel)
        {
            outbox.Post(channel, person.Id, words.Line(notice, person, phone));
            return true;
        }

        return false;
    }

    private async Task<List<OfficeNotice>> WithoutCopiesAsync(List<OfficeNotice> waiting, CancellationToken cancellationToken)
    {
        var kept = new List<OfficeNotice>();
        foreach (var notice in waiting)
        {
            var copy = notice.Key is not null && (kept.Exists(k => k.Key == notice.Key && k.PersonId == notice.PersonId)
                || await db.Set<OfficeNotice>().AnyAsync(n => n.PersonId == notice.PersonId && n.Key == notice.Key && n.PostedAt != null, cancellationToken));
            if (copy)
            {
                db.Remove(notice);
            }
            else
            {
                kept.Add(notice);
            }
        }

        return kept;
    }
}
