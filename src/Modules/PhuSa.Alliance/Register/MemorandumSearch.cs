using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Search;

namespace PhuSa.Alliance.Register;

/// <summary>Memoranda by name, field, content and every party, for the Alliance's office only.</summary>
internal sealed class MemorandumSearch(AppDbContext db, Names names) : ISearchSource
{
    public string Kind => "ban-ghi-nho";

    public string Name => "Bản ghi nhớ hợp tác";

    public IReadOnlyList<SearchFeed> Feeds =>
    [
        SearchFeed.Own(MemorandumConfiguration.Table),
        new(MemorandumPartyConfiguration.Table, async (ids, cancellationToken) => await db.Set<MemorandumParty>().Where(p => ids.Contains(p.Id)).Select(p => p.MemorandumId).Distinct().ToListAsync(cancellationToken)),
        new(OrganisationRow.Table, async (ids, cancellationToken) => await db.Set<Memorandum>()
            .Where(m => ids.Contains(m.PartyAId) || ids.Contains(m.PartyBId) || db.Set<MemorandumParty>().Any(p => p.MemorandumId == m.Id && ids.Contains(p.OrganisationId)))
            .Select(m => m.Id).ToListAsync(cancellationToken)),
    ];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) => await db.Set<Memorandum>().OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var memoranda = await db.Set<Memorandum>().AsNoTracking().Where(m => ids.Contains(m.Id) && m.Status != MemorandumStatus.Mistaken).ToListAsync(cancellationToken);
        var further = await db.FurtherPartiesAsync(memoranda, cancellationToken);
        var named = await names.OfAsync(memoranda.SelectMany(further.PartiesOf), cancellationToken);
        return
        [
            .. memoranda.Select(m => new SearchDocument(m.Id, $"{AllianceRights.Memoranda}/{m.Code}", m.Title, SearchBody.Lines([
                .. further.PartiesOf(m).Select(id => named[id].Name), .. m.UnrecordedParties(), m.Field, m.About,
            ]))
            {
                Day = m.SignedOn.To,
                IsPublic = false,
                Office = new(AllianceRights.Read),
            }),
        ];
    }
}
