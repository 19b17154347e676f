using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Marks.Grants;

/// <summary>Rights that rest on a paper: given, renewed, suspended or ended by it.</summary>
internal sealed class GrantPaperUse(AppDbContext db) : IPaperUse
{
    public async Task<IReadOnlyList<string>> OfAsync(Guid paperId, CancellationToken cancellationToken) =>
        await db.Set<MarkGrant>().Where(g => g.DecisionId == paperId || g.Acts.Any(act => act.PaperId == paperId)).OrderBy(g => g.Code).Select(g => g.Code + " · " + g.Product).ToListAsync(cancellationToken);
}
