using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;
using PhuSa.Vietnamese;

namespace PhuSa.Support.Schemes;

/// <summary>Support schemes with what each of their versions says.</summary>
internal sealed class SchemeSearch(AppDbContext db, IPapers papers) : ISearchSource
{
    public string Kind => "chinh-sach-ho-tro";

    public string Name => "Chính sách hỗ trợ";

    public IReadOnlyList<SearchFeed> Feeds =>
    [
        SearchFeed.Own("support_schemes"),
        new("support_scheme_versions", async (ids, cancellationToken) => await db.Set<SchemeVersion>().Where(v => ids.Contains(v.Id)).Select(v => v.SchemeId).Distinct().ToListAsync(cancellationToken)),
        new(PaperFact.Table, CitingAsync),
    ];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await db.Set<SupportScheme>().Select(s => s.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var schemes = await db.Set<SupportScheme>().AsNoTracking().Where(s => ids.Contains(s.Id)).ToListAsync(cancellationToken);
        var versions = (await db.Set<SchemeVersion>().AsNoTracking().Where(v => ids.Contains(v.SchemeId)).ToListAsync(cancellationToken))
            .OrderByDescending(v => v.EffectiveFrom).ToLookup(v => v.SchemeId);
        var cited = await papers.OfAsync(schemes.Select(s => s.DecisionId).Concat(versions.SelectMany(group => group).Select(v => v.DecisionId)).OfType<Guid>(), cancellationToken);
        return
        [
            .. schemes.Select(s => new SearchDocument(s.Id, $"/ho-tro#{Slug.From(s.Code)}", s.Title, SearchBody.Lines([
                Citation(s.DecisionId, cited),
                .. versions[s.Id].SelectMany(v => new[] { Citation(v.DecisionId, cited), v.Subjects, v.Fields, v.Conditions, v.Criteria, v.Note }),
            ]))
            {
                Day = versions[s.Id].FirstOrDefault()?.EffectiveFrom,
                Office = new(HouseRights.ReadRecords),
            }),
        ];
    }

    private static string? Citation(Guid? paper, IReadOnlyDictionary<Guid, PaperFact> cited) => paper is { } id ? cited.GetValueOrDefault(id)?.Citation : null;

    private async Task<IReadOnlyCollection<Guid>> CitingAsync(IReadOnlyCollection<Guid> paperIds, CancellationToken cancellationToken) =>
    [
        .. await db.Set<SupportScheme>().Where(s => s.DecisionId != null && paperIds.Contains(s.DecisionId.Value)).Select(s => s.Id).ToListAsync(cancellationToken),
        .. await db.Set<SchemeVersion>().Where(v => v.DecisionId != null && paperIds.Contains(v.DecisionId.Value)).Select(v => v.SchemeId).ToListAsync(cancellationToken),
    ];
}
