using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Products;

/// <summary>Whose product was certified in a period; a certificate without its day may have been.</summary>
internal sealed class OcopReach(AppDbContext db, OcopBook book) : IReach
{
    public async Task<Reach> InAsync(FigureRequest request, CancellationToken cancellationToken)
    {
        var owner = request.OrganisationId;
        var certified = await book.Certified
            .Join(db.Set<OcopProduct>().Where(p => owner == null || p.OwnerId == owner), e => e.ProductId, p => p.Id, (e, p) => new { p.OwnerId, e.DecidedOn })
            .Distinct().ToListAsync(cancellationToken);
        return Reach.Of(certified.Select(certificate => (certificate.OwnerId, request.Covers(certificate.DecidedOn is { } day ? RecordTime.Day(day) : RecordTime.Unknown, programme: null))));
    }
}
