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
    public static IQueryable<ReportLine> Of(AppDbContext db, IOrganisations organisations, RatingRule rule, int year, DateOnly today)
    {
        var (first, last) = (new DateOnly(year, 1, 1), RatingRules.LastDay(year));
        var (scoreDue, figuresDue) = (rule.Due.SelfScore.Of(year), rule.Due.Figures.Of(year));
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
                   LateScore = r == null || r.SentOn == null ? scoreLate && !ended : r.SentOn > scoreDue,
                   LateFigures = r != null && r.FiguresOn != null ? r.FiguresOn > figuresDue : !figures && figuresLate && !ended,
                   HasFigures = figures || (r != null && r.FiguresOn != null),
                   Class = r == null ? null : r.Class,
                   Points = r == null ? null : r.Points,
               };
    }
}
