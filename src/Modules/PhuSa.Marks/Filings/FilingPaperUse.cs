using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Marks.Filings;

/// <summary>Collective marks of which a step or the regulation rests on a paper.</summary>
internal sealed class FilingPaperUse(AppDbContext db) : IPaperUse
{
    public async Task<IReadOnlyList<string>> OfAsync(Guid paperId, CancellationToken cancellationToken) =>
        await db.Set<CollectiveMark>().Where(m => m.Acts.Any(act => act.PaperId == paperId) || m.Regulations.Any(version => version.PaperId == paperId)).OrderBy(m => m.Code).Select(m => m.Name).ToListAsync(cancellationToken);
}
