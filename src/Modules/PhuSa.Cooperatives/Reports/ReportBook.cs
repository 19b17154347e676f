using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Reports;

/// <summary>The reports of a year as officers read them: in Vietnamese order of the names, and every count is that of the list it opens.</summary>
internal sealed class ReportBook(AppDbContext db, IOrganisations organisations, PlaceUnits units, TimeProvider clock)
{
    /// <summary>By the year: one page asks for its list, its counts and its units.</summary>
    private readonly Dictionary<int, Guid[]> _stopped = [];

    public async Task<(int Count, IReadOnlyList<ReportLine> Lines)> PageAsync(ReportFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var lines = ReportFilter.Facets.Among(filter.Chosen, await FoundAsync(filter, cancellationToken));
        var count = await lines.CountAsync(cancellationToken);
        return (count, await InOrder(lines).Skip(skip).Take(take).ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<ReportLine>> AllAsync(ReportFilter filter, CancellationToken cancellationToken) =>
        await InOrder(ReportFilter.Facets.Among(filter.Chosen, await FoundAsync(filter, cancellationToken))).ToListAsync(cancellationToken);

    /// <returns>For each facet, how many lines each of its choices would show beside the other filters.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>> CountsAsync(ReportFilter filter, CancellationToken cancellationToken)
    {
        // Few combinations occur, so the groups are few and the sums are made here.
        var found = await FoundAsync(filter, cancellationToken);
        var groups = await found
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

    /// <returns>How many of the list's cooperatives belong to each unit, by the borders that the filter asks for, whichever unit it is narrowed to.</returns>
    public async Task<IReadOnlyList<UnitCount>> UnitsAsync(ReportFilter filter, CancellationToken cancellationToken)
    {
        var lines = ReportFilter.Facets.Among(filter.Chosen, await FoundAsync(filter.In(unit: null), cancellationToken));
        var counts = await lines.GroupBy(line => new { line.PlaceId, line.NoPlace }).Select(alike => new { alike.Key, Count = alike.Count() }).ToListAsync(cancellationToken);
        return await units.CountAsync(counts.ConvertAll(alike => new PlacedCount(alike.Key.PlaceId, alike.Key.NoPlace, alike.Count)), filter.Borders.OfToday, cancellationToken);
    }

    /// <returns>How lists show the places of these cooperatives, by their ids.</returns>
    public async Task<IReadOnlyDictionary<Guid, PlaceShown>> PlacesAsync(IReadOnlyList<ReportLine> lines, CancellationToken cancellationToken)
    {
        var shown = await units.ShowingAsync(lines.Select(line => line.PlaceId), cancellationToken);
        return lines.ToDictionary(line => line.Id, line => shown(line.PlaceText, line.PlaceId));
    }

    private static IQueryable<ReportLine> InOrder(IQueryable<ReportLine> lines) => lines.OrderBy(line => line.NameOrder).ThenBy(line => line.Id);

    private async Task<IQueryable<ReportLine>> FoundAsync(ReportFilter filter, CancellationToken cancellationToken)
    {
        var rule = RatingRules.Of(filter.Year)!;
        if (!_stopped.TryGetValue(filter.Year, out var stopped))
        {
            _stopped[filter.Year] = stopped = await ReportLines.StoppedAsync(db, rule, filter.Year, cancellationToken);
        }

        var lines = ReportLines.Of(db, organisations, rule, filter.Year, VietnamTime.Today(clock), stopped);
        if (SearchText.Fold(filter.Words ?? "") is { Length: > 0 } words)
        {
            // A number is found however it is written, and by those that it took the place of.
            var (start, typed) = ($" {words}", filter.Words!);
            var numbered = db.Set<Cooperative>().AsNoTracking().WithNumber(typed, formerToo: true).Select(c => c.Id);
            lines = lines.Where(line => (" " + line.SearchText).Contains(start) || line.Code == typed || numbered.Contains(line.Id));
        }

        if (filter.Borders.Unit is not { } unit)
        {
            return lines;
        }

        var used = await db.Set<Cooperative>().Where(c => c.PlaceId != null).Select(c => c.PlaceId!.Value).Distinct().ToListAsync(cancellationToken);
        return (await units.ScopeAsync(unit, used, filter.Borders.OfToday, cancellationToken)).Among(lines, line => line.PlaceId, line => line.NoPlace);
    }
}
