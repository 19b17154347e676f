using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Search;

namespace PhuSa.Cooperatives.Products;

/// <summary>Cooperatives are found by their certified products, which have public pages; one that is being prepared is nobody's business yet.</summary>
internal sealed class OcopNames(AppDbContext db, OcopBook book) : IKnownBy
{
    public IReadOnlyList<SearchFeed> Feeds =>
    [
        new(OcopProductConfiguration.Table, async (ids, cancellationToken) => await db.Set<OcopProduct>().Where(p => ids.Contains(p.Id)).Select(p => p.OwnerId).Distinct().ToListAsync(cancellationToken)),
        new(OcopEvaluationConfiguration.Table, async (ids, cancellationToken) => await db.Set<OcopEvaluation>().Where(e => ids.Contains(e.Id))
            .Join(db.Set<OcopProduct>(), e => e.ProductId, p => p.Id, (_, p) => p.OwnerId).Distinct().ToListAsync(cancellationToken)),
    ];

    public async Task<IReadOnlyList<KnownAs>> ReadAsync(IReadOnlyCollection<Guid>? organisations, CancellationToken cancellationToken)
    {
        var certified = book.Certified;
        var products = db.Set<OcopProduct>().AsNoTracking().Where(p => certified.Any(e => e.ProductId == p.Id));
        if (organisations is not null)
        {
            var wanted = organisations.ToArray();
            products = products.Where(p => EF.Parameter(wanted).Contains(p.OwnerId));
        }

        return await products.OrderBy(p => p.NameOrder).ThenBy(p => p.Id).Select(p => new KnownAs(p.OwnerId, KnownKind.Product, p.Name)).ToListAsync(cancellationToken);
    }
}
