using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Marks.Figures;

/// <summary>Who was given a right to a certification mark, filed or was registered a collective mark of its own, or was given support for one.</summary>
internal sealed class MarkReach(GrantRecords records, AppDbContext db) : IReach
{
    public async Task<Reach> InAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        var grants = await records.CountingAsync(organisationId: null, request.Period.To, cancellationToken);
        var counting = ContractFlow.Table.Counting.ToList();
        var contracts = await db.Set<MarkSupportContract>().AsNoTracking().Where(c => counting.Contains(c.Status))
            .Join(db.Set<CollectiveMark>(), c => c.MarkId, m => m.Id, (c, m) => new { m.OwnerId, c.PaidOn, c.LiquidatedOn, c.Programme })
            .ToListAsync(cancellationToken);
        var filings = (await db.Set<CollectiveMark>().AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken))
            .SelectMany(mark => new[] { mark.FiledOn, mark.RegisteredOn }.OfType<DateOnly>().Select(day => (mark.OwnerId, request.Covers(RecordTime.Day(day), programme: null))));
        var batches = await records.BatchesAsync(cancellationToken);
        return Reach.Of(
            grants.Select(g => (g.HolderId, request.Covers(g.Countable.Time, g.Countable.Programme)))
                .Concat(contracts.Select(c => (c.OwnerId, request.Covers(c.PaidOn, c.Programme))))
                .Concat(filings)
                .Concat(contracts.Where(c => c.LiquidatedOn.IsKnown).Select(c => (c.OwnerId, request.Covers(c.LiquidatedOn, c.Programme)))),
            batches.Any(b => request.Covers(b.Time, b.Programme) != Truth.No) ? CooperativesWithoutGrant.MayBeInABatch : null);
    }
}
