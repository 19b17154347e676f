using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;

namespace PhuSa.Papers.Papers;

/// <summary>Public papers by number, title and issuing body.</summary>
internal sealed class PaperSearch(AppDbContext db, PaperQueries queries) : ISearchSource
{
    public string Kind => "so-van-ban";

    public string Name => "Sổ văn bản";

    public IReadOnlyList<SearchFeed> Feeds => [SearchFeed.Own(PaperFact.Table), new(OrganisationRow.Table, IssuedByAsync)];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await PaperQueries.Public(db).Select(p => p.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
    [
        .. (await queries.OfAsync(ids, cancellationToken)).Values.Select(paper => new SearchDocument(
            paper.Id,
            paper.Url,
            paper.Citation,
            SearchBody.Lines(paper.Citation == paper.Title ? PaperWords.Of(paper.Kind) : paper.Title, paper.IssuedBy))
        {
            Day = paper.SignedOn.To,
            Office = new(HouseRights.ReadRecords),
        }),
    ];

    private async Task<IReadOnlyCollection<Guid>> IssuedByAsync(IReadOnlyCollection<Guid> organisationIds, CancellationToken cancellationToken)
    {
        var wanted = organisationIds.ToArray();
        return await db.Set<Paper>().Where(p => p.IssuedById != null && EF.Parameter(wanted).Contains(p.IssuedById.Value)).Select(p => p.Id).ToListAsync(cancellationToken);
    }
}
