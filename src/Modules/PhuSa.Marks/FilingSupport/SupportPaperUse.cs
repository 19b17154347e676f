using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Marks.FilingSupport;

/// <summary>Requests and contracts of support that rest on a paper.</summary>
internal sealed class SupportPaperUse(AppDbContext db) : IPaperUse
{
    public async Task<IReadOnlyList<string>> OfAsync(Guid paperId, CancellationToken cancellationToken) =>
    [
        .. await db.Set<MarkSupportContract>().Where(c => c.PaperId == paperId || c.Acts.Any(act => act.PaperId == paperId)).Join(db.Set<CollectiveMark>(), c => c.MarkId, m => m.Id, (c, m) => c.Code + " · " + m.Name).Order().ToListAsync(cancellationToken),
        .. await db.Set<MarkSupportRequest>().Where(r => r.Acts.Any(act => act.PaperId == paperId)).Join(db.Set<CollectiveMark>(), r => r.MarkId, m => m.Id, (r, m) => m.Name).Order().ToListAsync(cancellationToken),
    ];
}
