using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Decisions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Register;

/// <summary>A list that is being put together, or was dropped, is on no public page.</summary>
internal sealed class KeptFromReaders(AppDbContext db) : IKeptFromReaders
{
    public async Task<bool> IsKeptAsync(ISaidToReaders record, string piece, CancellationToken cancellationToken) => record switch
    {
        Admission admission => !await IsPaperAsync<AdmissionDecision>(admission.DecisionId, cancellationToken),
        Award award => !await IsPaperAsync<AwardDecision>(award.DecisionId, cancellationToken),
        _ => false,
    };

    private Task<bool> IsPaperAsync<TDecision>(Guid id, CancellationToken cancellationToken)
        where TDecision : ListedDecision =>
        db.Set<TDecision>().AnyAsync(d => d.Id == id && DecisionFlow.Papers.Contains(d.Status), cancellationToken);
}
