using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Alliance.Decisions;

/// <summary>Lists in force by a paper: who is a member and who was honoured by it would be left without it.</summary>
internal sealed class DecisionUse(AppDbContext db) : IPaperUse
{
    public async Task<IReadOnlyList<string>> OfAsync(Guid paperId, CancellationToken cancellationToken) =>
        [.. await InForceAsync<AdmissionDecision>(paperId, cancellationToken), .. await InForceAsync<AwardDecision>(paperId, cancellationToken)];

    private async Task<IReadOnlyList<string>> InForceAsync<TDecision>(Guid paperId, CancellationToken cancellationToken)
        where TDecision : ListedDecision
    {
        var counting = DecisionFlow.Table.Counting.ToList();
        return await db.Set<TDecision>().Where(d => d.PaperId == paperId && counting.Contains(d.Status)).OrderBy(d => d.Id).Select(d => d.Title ?? d.Code).ToListAsync(cancellationToken);
    }
}
