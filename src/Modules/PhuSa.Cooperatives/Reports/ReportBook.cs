using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Reports;

/// <summary>The reports of a year as officers read them: in Vietnamese order of the names, and every count is that of the list it opens.</summary>
internal sealed class ReportBook(AppDbContext db, IOrganisations organisations, TimeProvider clock)
{
    public async Task<(int Count, IReadOnlyList<ReportLine> Lines)> PageAsync(ReportFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var lines = ReportFilter.Facets.Among(filter.Chosen, Found(filter));
        var count = await lines.CountAsync(cancellationToken);
        return (count, await InOrder(lines).Skip(skip).Take(take).ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<ReportLine>> AllAsync(ReportFilter filter, CancellationToken cancellationToken) =>
        await InOrder(ReportFilter.Facets.Among(filter.Chosen, Found(filter))).ToListAsync(cancellationToken);

    /// <returns>For each facet, how many lines each of its choices would show beside the other filters.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>> CountsAsync(ReportFilter filter, CancellationToken cancellationToken)
    {
        // Few combinations occur, so the groups are few and the sums are made here.
        var groups = await Found(filter)
            .GroupBy(line => new { line.Status, line.LateScore, line.LateFigures, line.Class })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var kinds = groups.ConvertAll(group => (
            Line: new ReportLine { Status = group.Key.Status, LateScore = group.Key.LateScore, LateFigures = group.Key.LateFigures, Class = group.Key.Class },
            group.Count));
        return ReportFilter.Facets.ToDictionary(
            facet => facet.Key,
            facet => (IReadOnlyDictionary<string, int>)ReportFilter.Facets.CountsOf(facet, filter.Chosen, kinds).ToDictionary(counted => counted.Choice.Word, counted => counted.Count, StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    private static IQueryable<ReportLine> InOrder(IQueryable<ReportLine> lines) => lines.OrderBy(line => line.NameOrder).ThenBy(line => line.Id);

    private IQueryable<ReportLine> Found(ReportFilter filter)
    {
        var lines = ReportLines.Of(db, organisations, RatingRules.Of(filter.Year)!, filter.Year, VietnamTime.Today(clock));
        if (SearchText.Fold(filter.Words ?? "") is { Length: > 0 } words)
        {
            var (start, typed) = ($" {words}", filter.Words!);
            lines = lines.Where(line => (" " + line.SearchText).Contains(start) || line.RegistrationNumber == typed || line.Code == typed);
        }

        return lines;
    }
}
