using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Cooperatives.Reports;

/// <summary>A cooperative in the list of a year's reports, with its report where there is one.</summary>
internal sealed record ReportLine
{
    public Guid Id { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string NameOrder { get; init; } = "";

    public string SearchText { get; init; } = "";

    public string? RegistrationNumber { get; init; }

    public string? PlaceText { get; init; }

    public Guid? PlaceId { get; init; }

    public bool NoPlace { get; init; }

    /// <summary>Null where nobody has begun it.</summary>
    public ReportStatus? Status { get; init; }

    public DateOnly? SentOn { get; init; }

    /// <summary>It surely ended in the year: it owes nothing of it any more.</summary>
    public bool HasEnded { get; init; }

    /// <summary>The rule surely does not rate it for the year: of points it owes none, though of figures it does.</summary>
    public bool NotRated { get; init; }

    /// <summary>The points came after their day, or their day is past without them.</summary>
    public bool LateScore { get; init; }

    /// <summary>The same of the figures of the year.</summary>
    public bool LateFigures { get; init; }

    public bool HasFigures { get; init; }

    public RatingClass? Class { get; init; }

    public decimal? Points { get; init; }

    public ReportStatus Standing => Status ?? ReportStatus.Draft;
}

/// <summary>The query behind the list: every cooperative that was there in the year, and every report.</summary>
internal static class ReportLines
{
    private static readonly CooperativeStatus[] Ended = [CooperativeStatus.Dissolved, CooperativeStatus.MergedInto, CooperativeStatus.SplitInto];

    /// <returns>
    /// Those that the rule does not rate because they stood still in the year or ended in it, as far as their moves say so for sure. Few have such a move; how
    /// young one is the query sees itself.
    /// </returns>
    public static async Task<Guid[]> StoppedAsync(AppDbContext db, RatingRule rule, int year, CancellationToken cancellationToken)
    {
        var last = RatingRules.LastDay(year);
        var stopped = await db.Set<Cooperative>().AsNoTracking().AsSplitQuery()
            .Where(c => c.MergedIntoId == null && !(Ended.Contains(c.Status) && c.StatusOn != null && c.StatusOn <= last))
            .Where(c => c.Moves.Any(move => move.Status == CooperativeStatus.Suspended || Ended.Contains(move.Status)))
            .ToListAsync(cancellationToken);
        return [.. stopped.Where(c => RatingGround.Of(rule, year, c).Reason is not null).Select(c => c.Id)];
    }

    /// <param name="stopped">See <see cref="StoppedAsync"/>.</param>
    public static IQueryable<ReportLine> Of(AppDbContext db, IOrganisations organisations, RatingRule rule, int year, DateOnly today, Guid[] stopped)
    {
        var (first, last) = (new DateOnly(year, 1, 1), RatingRules.LastDay(year));
        var (scoreDue, figuresDue) = (rule.Due.SelfScore.Of(year), rule.Due.Figures.Of(year));
        var oldEnough = last.AddDays(1).AddMonths(-rule.LeastMonths);
        var (scoreLate, figuresLate) = (today > scoreDue, today > figuresDue);
        return from c in db.Set<Cooperative>().AsNoTracking()
               join o in organisations.Rows on c.Id equals o.Id
               join r in db.Set<YearReport>().AsNoTracking().Where(r => r.Year == year) on c.Id equals r.CooperativeId into reports
               from r in reports.DefaultIfEmpty()
               where o.Kind == OrganisationKind.Cooperative
                   && (r != null || ((c.Founded.From == null || c.Founded.From <= last)
                       && !((c.Status == CooperativeStatus.Dissolved || c.Status == CooperativeStatus.MergedInto || c.Status == CooperativeStatus.SplitInto) && c.StatusOn != null && c.StatusOn < first)))
               let ended = (c.Status == CooperativeStatus.Dissolved || c.Status == CooperativeStatus.MergedInto || c.Status == CooperativeStatus.SplitInto) && c.StatusOn != null && c.StatusOn <= last
               let figures = db.Set<CooperativeYear>().Any(y => y.CooperativeId == c.Id && y.Year == year && y.OfficialMembers != null && y.Capital != null && y.Revenue != null)
               let unrated = (c.Founded.From != null && c.Founded.To != null && c.Founded.From > oldEnough) || EF.Parameter(stopped).Contains(c.Id)
               select new ReportLine
               {
                   Id = c.Id,
                   Code = c.Code,
                   Name = o.Name,
                   NameOrder = o.NameOrder,
                   SearchText = o.SearchText,
                   RegistrationNumber = c.RegistrationNumber,
                   PlaceText = c.PlaceText,
                   PlaceId = c.PlaceId,
                   NoPlace = c.PlaceText == null && c.PlaceId == null,
                   Status = r == null ? (ReportStatus?)null : r.Status,
                   SentOn = r == null ? null : r.SentOn,
                   HasEnded = ended,
                   NotRated = unrated,
                   LateScore = !unrated && (r == null || r.SentOn == null ? scoreLate && !ended : r.SentOn > scoreDue),
                   LateFigures = r != null && r.FiguresOn != null ? r.FiguresOn > figuresDue : !figures && figuresLate && !ended,
                   HasFigures = figures || (r != null && r.FiguresOn != null),
                   Class = r == null ? null : r.Class,
                   Points = r == null ? null : r.Points,
               };
    }
}
