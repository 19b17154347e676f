using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Support.Applications;

namespace PhuSa.Support.Figures;

/// <summary>Who asked for support and was answered.</summary>
internal sealed class SupportReach(AppDbContext db) : IReach
{
    public async Task<Reach> InAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        var answered = await db.Set<SupportApplication>().Answered().AsFacts().ToListAsync(cancellationToken);
        return Reach.Of(answered.Select(a => (a.ApplicantId, request.Covers(a.RepliedAt, a.Programme))));
    }
}
