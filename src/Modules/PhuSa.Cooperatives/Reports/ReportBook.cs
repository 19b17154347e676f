using Microsoft.EntityFrameworkCore;
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
        var lines = Chosen(Found(filter), filter);
        var count = await lines.CountAsync(cancellationToken);
        return (count, await InOrder(lines).Skip(skip).Take(take).ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<ReportLine>> AllAsync(ReportFilter filter, CancellationToken cancellationToken) =>
        await InOrder(Chosen(Found(filter), filter)).ToListAsync(cancellationToken);

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
            facet =>
            {
                var asked = filter.Asked(except: facet).Select(holds => holds.Compile()).ToList();
                var left = kinds.FindAll(kind => asked.TrueForAll(holds => holds(kind.Line)));
                return (IReadOnlyDictionary<string, int>)facet.Choices.ToDictionary(choice => choice.Word, choice => Sum(left, choice.Holds.Compile()), StringComparer.Ordinal);
            },
            StringComparer.Ordinal);
    }

    private static int Sum(List<(ReportLine Line, int Count)> kinds, Func<ReportLine, bool> holds) => kinds.Where(kind => holds(kind.Line)).Sum(kind => kind.Count);

    private static IQueryable<ReportLine> InOrder(IQueryable<ReportLine> lines) => lines.OrderBy(line => line.NameOrder).ThenBy(line => line.Id);

    private static IQueryable<ReportLine> Chosen(IQueryable<ReportLine> lines, ReportFilter filter) => filter.Asked().Aggregate(lines, (narrowed, holds) => narrowed.Where(holds));

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
