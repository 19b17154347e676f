using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Grants;
using PhuSa.Platform.Data;
using PhuSa.Platform.Search;

namespace PhuSa.Marks.Register;

/// <summary>Organisations are found by the marks they own, by those they have a right to, and by the products of these rights: all of it stands on the marks' pages.</summary>
internal sealed class MarkNames(AppDbContext db) : IKnownBy
{
    public IReadOnlyList<SearchFeed> Feeds =>
    [
        new(MarkGrantConfiguration.Table, async (ids, cancellationToken) => await db.Set<MarkGrant>().Where(g => ids.Contains(g.Id)).Select(g => g.HolderId).Distinct().ToListAsync(cancellationToken)),
        new(CollectiveMarkConfiguration.Table, async (ids, cancellationToken) => await db.Set<CollectiveMark>().Where(m => ids.Contains(m.Id)).Select(m => m.OwnerId).Distinct().ToListAsync(cancellationToken)),
        new(CertificationMarkConfiguration.Table, OfMarksAsync),
    ];

    public async Task<IReadOnlyList<KnownAs>> ReadAsync(IReadOnlyCollection<Guid>? organisations, CancellationToken cancellationToken)
    {
        var (all, wanted) = (organisations is null, organisations?.ToArray() ?? []);

        // A right that was taken away or given up is none; a suspended one has still been given.
        var counting = GrantFlow.Table.Counting.ToList();
        var rights = await (
            from grant in db.Set<MarkGrant>()
            join mark in db.Set<CertificationMark>() on grant.MarkId equals mark.Id
            where counting.Contains(grant.Status) && (all || EF.Parameter(wanted).Contains(grant.HolderId))
            orderby grant.Code
            select new { grant.HolderId, grant.Product, Mark = mark.Name }).ToListAsync(cancellationToken);
        var owned = await db.Set<CollectiveMark>().Where(m => all || EF.Parameter(wanted).Contains(m.OwnerId)).OrderBy(m => m.Code)
            .Select(m => new { m.OwnerId, m.Name }).ToListAsync(cancellationToken);
        var certifying = await db.Set<CertificationMark>().Where(m => m.OwnerId != null && (all || EF.Parameter(wanted).Contains(m.OwnerId.Value))).OrderBy(m => m.Code)
            .Select(m => new { OwnerId = m.OwnerId!.Value, m.Name }).ToListAsync(cancellationToken);
        return
        [
            .. rights.Select(right => new KnownAs(right.HolderId, KnownKind.Product, right.Product)),
            .. owned.Concat(certifying).Select(mark => new KnownAs(mark.OwnerId, KnownKind.Mark, mark.Name)),
            .. rights.Select(right => new KnownAs(right.HolderId, KnownKind.Mark, right.Mark)).Distinct(),
        ];
    }

    private async Task<IReadOnlyCollection<Guid>> OfMarksAsync(IReadOnlyCollection<Guid> marks, CancellationToken cancellationToken) =>
    [
        .. await db.Set<CertificationMark>().Where(m => m.OwnerId != null && marks.Contains(m.Id)).Select(m => m.OwnerId!.Value).ToListAsync(cancellationToken),
        .. await db.Set<MarkGrant>().Where(g => marks.Contains(g.MarkId)).Select(g => g.HolderId).Distinct().ToListAsync(cancellationToken),
    ];
}
