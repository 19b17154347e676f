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

    public async Task<IReadOnlyList<KnownAs>> ReadAsync(IReadOnlyCollection<Guid>? organisations, CancellationToken cancellationToken) =>
    [
        .. (await book.AllAsync(day: null, ownerId: null, cancellationToken))
            .Where(line => line.IsPublic && organisations?.Contains(line.Owner.Id) != false)
            .Select(line => new KnownAs(line.Owner.Id, KnownKind.Product, line.Name)),
    ];
}
