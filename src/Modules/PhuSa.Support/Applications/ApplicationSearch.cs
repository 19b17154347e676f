using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;
using PhuSa.Support.Verdicts;

namespace PhuSa.Support.Applications;

/// <summary>
/// Requests for support. Readers find those that a published text tells of, with what their page shows; in the office the officers find all,
/// and a cooperative its own.
/// </summary>
internal sealed class ApplicationSearch(AppDbContext db, ICooperatives cooperatives) : ISearchSource
{
    public string Kind => "ho-so-ho-tro";

    public string Name => "Hồ sơ hỗ trợ";

    public IReadOnlyList<SearchFeed> Feeds =>
    [
        SearchFeed.Own("support_applications"),
        new("support_verdicts", async (ids, cancellationToken) => await db.Set<Verdict>().Where(v => ids.Contains(v.Id)).Select(v => v.ApplicationId).Distinct().ToListAsync(cancellationToken)),
        new(OrganisationRow.Table, async (ids, cancellationToken) => await db.Set<SupportApplication>().Where(a => ids.Contains(a.ApplicantId)).Select(a => a.Id).ToListAsync(cancellationToken)),
    ];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await db.Set<SupportApplication>().Select(a => a.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var applications = await db.Set<SupportApplication>().Where(a => ids.Contains(a.Id)).AsFacts().ToListAsync(cancellationToken);
        var applicants = await cooperatives.OfAsync(applications.Select(a => a.ApplicantId), cancellationToken);
        return
        [
            .. applications.Select(a => new SearchDocument(a.Id, a.Url, a.ProjectTitle, SearchBody.Lines([
                applicants.GetValueOrDefault(a.ApplicantId)?.Name,
                a.StatusFacts.PublicName,
                .. a.Verdicts.SelectMany(verdict => new[] { $"{VerdictWords.Name(verdict.Group)}: {VerdictWords.Name(verdict.Value)}", verdict.Note }),
            ]))
            {
                Detail = a.Slug,
                Day = a.RepliedAt.To ?? a.ReceivedAt.To,
                IsPublic = a.Published,
                Office = new(HouseRights.ReadRecords, a.ApplicantId),
            }),
        ];
    }
}
