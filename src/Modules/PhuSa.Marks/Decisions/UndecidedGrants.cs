using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Grants;
using PhuSa.Platform.Data;

namespace PhuSa.Marks.Decisions;

/// <summary>Rights that were registered before the decision that gives them was signed.</summary>
internal sealed class UndecidedGrants(AppDbContext db)
{
    /// <returns>The right and all others without a decision that were given to users of its mark in its batch and have not ended; only itself where it names no batch.</returns>
    public async Task<IReadOnlyList<MarkGrant>> WithAsync(MarkGrant grant, CancellationToken cancellationToken) =>
        grant.Batch is null
            ? [grant]
            : [grant, .. await db.Set<MarkGrant>().AsSplitQuery()
                .Where(g => g.Id != grant.Id && g.MarkId == grant.MarkId && g.Batch == grant.Batch && g.DecisionId == null && g.Status != GrantStatus.Revoked && g.Status != GrantStatus.GivenUp)
                .OrderBy(g => g.Id)
                .ToListAsync(cancellationToken)];
}
