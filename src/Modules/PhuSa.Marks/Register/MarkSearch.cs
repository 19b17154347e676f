using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Grants;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;

namespace PhuSa.Marks.Register;

/// <summary>Marks of both kinds by name, owner, application number, and the holders and products of their rights.</summary>
internal sealed class MarkSearch(AppDbContext db, HolderNames holders) : ISearchSource
{
    public string Kind => "nhan-hieu";

    public string Name => "Nhãn hiệu chứng nhận, nhãn hiệu tập thể";

    public IReadOnlyList<SearchFeed> Feeds =>
    [
        SearchFeed.Own(CertificationMarkConfiguration.Table),
        SearchFeed.Own(CollectiveMarkConfiguration.Table),
        new(MarkGrantConfiguration.Table, async (ids, cancellationToken) => await db.Set<MarkGrant>().Where(g => ids.Contains(g.Id)).Select(g => g.MarkId).Distinct().ToListAsync(cancellationToken)),
        new(GrantBatchConfiguration.Table, async (ids, cancellationToken) => await db.Set<GrantBatch>().Where(b => ids.Contains(b.Id)).Select(b => b.MarkId).Distinct().ToListAsync(cancellationToken)),
        new(OrganisationRow.Table, NamingAsync),
    ];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
    [
        .. await db.Set<CertificationMark>().Select(m => m.Id).ToListAsync(cancellationToken),
        .. await db.Set<CollectiveMark>().Select(m => m.Id).ToListAsync(cancellationToken),
    ];

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
    [
        .. await CertificationMarksAsync(ids, cancellationToken),
        .. await CollectiveMarksAsync(ids, cancellationToken),
    ];

    private async Task<IEnumerable<SearchDocument>> CertificationMarksAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var marks = await db.Set<CertificationMark>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(cancellationToken);
        var rights = (await db.Set<MarkGrant>().AsNoTracking().AsSplitQuery().Where(g => ids.Contains(g.MarkId)).OrderBy(g => g.Code).ToListAsync(cancellationToken)).ToLookup(g => g.MarkId);
        var batches = (await db.Set<GrantBatch>().AsNoTracking().Where(b => ids.Contains(b.MarkId)).OrderBy(b => b.Code).ToListAsync(cancellationToken)).ToLookup(b => b.MarkId);
        var names = await holders.OfAsync(marks.Select(m => m.OwnerId).OfType<Guid>().Concat(rights.SelectMany(group => group).Select(g => g.HolderId)), cancellationToken);
        return marks.Select(m => new SearchDocument(m.Id, $"/nhan-hieu/{m.Slug}", m.Name, SearchBody.Lines([
            "Nhãn hiệu chứng nhận",
            m.OwnerId is { } owner ? names.GetValueOrDefault(owner)?.Name : null,
            .. rights[m.Id].Select(g => $"{names.GetValueOrDefault(g.HolderId)?.Name} – {g.Product}"),
            .. batches[m.Id].Select(b => b.Title),
        ]))
        {
            Office = new(HouseRights.ReadRecords),
        });
    }

    private async Task<IEnumerable<SearchDocument>> CollectiveMarksAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var marks = await db.Set<CollectiveMark>().AsNoTracking().AsSplitQuery().Where(m => ids.Contains(m.Id)).ToListAsync(cancellationToken);
        var names = await holders.OfAsync(marks.Select(m => m.OwnerId), cancellationToken);
        return marks.Select(m => new SearchDocument(m.Id, $"/nhan-hieu/{m.Slug}", m.Name, SearchBody.Lines("Nhãn hiệu tập thể", names.GetValueOrDefault(m.OwnerId)?.Name, m.CertificateNumber))
        {
            Detail = m.ApplicationNumber,
            Office = new(HouseRights.ReadRecords),
        });
    }

    private async Task<IReadOnlyCollection<Guid>> NamingAsync(IReadOnlyCollection<Guid> organisationIds, CancellationToken cancellationToken) =>
    [
        .. await db.Set<CertificationMark>().Where(m => m.OwnerId != null && organisationIds.Contains(m.OwnerId.Value)).Select(m => m.Id).ToListAsync(cancellationToken),
        .. await db.Set<MarkGrant>().Where(g => organisationIds.Contains(g.HolderId)).Select(g => g.MarkId).Distinct().ToListAsync(cancellationToken),
        .. await db.Set<CollectiveMark>().Where(m => organisationIds.Contains(m.OwnerId)).Select(m => m.Id).ToListAsync(cancellationToken),
    ];
}
