using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Office.Notices;

/// <summary>Writes notices into the caller's context: they are saved with what they tell of, or not at all.</summary>
internal sealed class NoticeBoard(AppDbContext db, IPeople people, TimeProvider clock) : INotices, IUnreadNotices
{
    public async Task TellAsync(IReadOnlyCollection<Guid> people, Notice notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(notice);
        if (notice.Url is { } url && !LocalAddress.Is(url))
        {
            throw new ArgumentException($"“{url}” is no address of this site.", nameof(notice));
        }

        var known = await KnownAsync(people, notice.Key, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var person in people.Distinct().Where(person => !known.Contains(person)))
        {
            db.Add(new OfficeNotice(Guid.CreateVersion7(new DateTimeOffset(now)), person, notice, now));
        }
    }

    public async Task TellHoldersAsync(Right right, Guid? organisationId, Notice notice, CancellationToken cancellationToken)
    {
        var holders = await people.WithRightAsync(right, organisationId, cancellationToken);
        await TellAsync([.. holders.Select(person => person.Id)], notice, cancellationToken);
    }

    public Task<int> CountAsync(Guid personId, CancellationToken cancellationToken) =>
        db.Set<OfficeNotice>().CountAsync(n => n.PersonId == personId && n.ReadAt == null, cancellationToken);

    /// <summary>
    /// Two transactions that tell the same at the same moment do not see each other: the second copy is dropped before it is mailed
    /// (<see cref="NoticePosting"/>), because refusing it here would undo the caller's own work.
    /// </summary>
    private async Task<HashSet<Guid>> KnownAsync(IReadOnlyCollection<Guid> people, string? key, CancellationToken cancellationToken)
    {
        if (key is null)
        {
            return [];
        }

        var saved = await db.Set<OfficeNotice>().Where(n => n.Key == key && people.Contains(n.PersonId)).Select(n => n.PersonId).ToListAsync(cancellationToken);
        return [.. saved, .. db.Set<OfficeNotice>().Local.Where(n => n.Key == key).Select(n => n.PersonId)];
    }
}
