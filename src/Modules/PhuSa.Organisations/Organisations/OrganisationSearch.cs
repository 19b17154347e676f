using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Search;

namespace PhuSa.Organisations.Organisations;

/// <summary>Organisations in the office's search by every name they ever had; those with a file of their own are found by whoever keeps it.</summary>
internal sealed class OrganisationSearch(AppDbContext db, IOrganisations organisations, IEnumerable<IOrganisationFiles> files) : ISearchSource
{
    public string Kind => "to-chuc";

    public string Name => "Tổ chức";

    public bool IsForReaders => false;

    /// <summary>A file has its organisation's id.</summary>
    public IReadOnlyList<SearchFeed> Feeds => [SearchFeed.Own(OrganisationRow.Table), .. files.Select(kept => SearchFeed.Own(kept.Table))];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await WithoutFileAsync(await db.Set<Organisation>().Where(o => o.MergedIntoId == null).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = (await WithoutFileAsync(ids, cancellationToken)).ToArray();
        var found = await organisations.Rows.Where(row => EF.Parameter(wanted).Contains(row.Id)).ToListAsync(cancellationToken);
        var former = await organisations.FormerNamesOfAsync(wanted, cancellationToken);
        return
        [
            .. found.Select(row => new SearchDocument(row.Id, OrganisationRights.Of(row.Code), row.Name, SearchBody.Lines([row.ShortName == row.Name ? null : row.ShortName, .. former[row.Id], OrganisationWords.Of(row.Kind)]))
            {
                Detail = row.Code,
                IsPublic = false,
                Office = new(OrganisationRights.Read),
            }),
        ];
    }

    private async Task<IReadOnlyList<Guid>> WithoutFileAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var without = ids.ToHashSet();
        foreach (var kept in files)
        {
            without.ExceptWith((await kept.AddressesAsync(ids, cancellationToken)).Keys);
        }

        return [.. ids.Where(without.Contains)];
    }
}
