using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>What tests of yearly reports do again and again.</summary>
internal static class ReportHouse
{
    public const string Own = "/htx-cua-toi/bao-cao";
    public const string Form = "main form[method=post]";

    /// <summary>Founded and at work for long, so that nothing stands against a rating.</summary>
    public static Task<bool> WorkingAsync(this RegistryHouse house, string code) => house.ChangeAsync(code, (_, c) =>
    {
        c.Register(new Registration(null, c.RegistrationNumber, c.FormerNumbers, RecordTime.Year(2015), null, CooperativeSector.Agriculture, null, c.Source));
        c.Change(CooperativeAction.Activate, new StatusNews(new DateOnly(2015, 6, 1), "Giấy thử", "Kiểm thử", []), new DateOnly(2026, 7, 1), RegistryHouse.By, new DateTime(2026, 7, 1, 1, 0, 0, DateTimeKind.Utc));
    });

    public static Task<YearReport?> ReportAsync(this RegistryHouse house, string code, int year) =>
        house.ReadAsync(code, (db, c) => db.Set<YearReport>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(r => r.CooperativeId == c.Id && r.Year == year));

    public static async Task<Visitor> DirectorAsync(this RegistryHouse house, string code, string address) => await (await house.App.SignedInAsync(Role.CooperativeDirector, code)).OpenAsync(address);

    /// <summary>The report of the year, taken in already, is rated while the file does not say when the cooperative was founded.</summary>
    public static Task<bool> ReportedWithoutDataAsync(this RegistryHouse house, string code, int year) => house.ChangeAsync(code, (db, c) =>
    {
        var report = db.Set<YearReport>().AsSplitQuery().Single(r => r.CooperativeId == c.Id && r.Year == year);
        var rule = RatingRules.Of(year)!;
        Assert.Equal(RatingClass.NotEnoughData, report.Rate(rule, new RatingGround(Reason: null, [RatingGap.Founding]), RegistryHouse.By, new DateTime(2026, 7, 1, 1, 0, 0, DateTimeKind.Utc)).Class);
    });

    /// <summary>What is told beside a field.</summary>
    public static string ErrorFor(this Visitor visitor, string field) =>
        (visitor.Page.QuerySelector($"[name='{field}']")!.Closest(".ps-field")!.QuerySelector(".ps-error")?.TextContent ?? "").Replace("Lỗi:", "", StringComparison.Ordinal).Trim();

    /// <summary>Fills in the three screens from a phone.</summary>
    public static async Task ScoreAsync(this Visitor director, int year, string points)
    {
        for (var step = 1; step <= 3; step++)
        {
            await director.OpenAsync($"{Own}/{year}/diem/{step}");
            await director.SubmitAsync(Form, [.. Enumerable.Range((step - 1) * 5 + 1, 5).Select(number => ($"Input.Points[c{number}]", points))]);
            Assert.Equal(302, director.Status);
        }
    }

    public static async Task SendAsync(this Visitor director, int year)
    {
        await director.OpenAsync($"{Own}/{year}/gui");
        await director.SubmitAsync(Form);
        Assert.Equal(302, director.Status);
    }

    /// <summary>A report made behind the pages' back, as far as a status.</summary>
    /// <param name="points">Of each criterion; null where it is sent without.</param>
    public static Task<bool> MadeAsync(this App app, string code, int year, ReportStatus status, decimal? points = 5, DateOnly? on = null) => app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(RegistryHouse.By);
        var db = services.GetRequiredService<AppDbContext>();
        var cooperative = await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == code);
        var (rule, now) = (RatingRules.Of(year)!, app.Clock.GetUtcNow().UtcDateTime);
        var report = new YearReport(Guid.CreateVersion7(), cooperative.Id, year, rule, RegistryHouse.By, now);
        var ground = points is null ? new RatingGround(NotRatedReason.TooYoung, []) : RatingGround.Of(rule, year, cooperative);
        report.Say(rule, rule.Criteria.ToDictionary(criterion => criterion.Number, _ => new ScoreSaid(points, null)), now);
        if (status != ReportStatus.Draft)
        {
            report.Send(rule, ground, on ?? rule.Due.SelfScore.Of(year), source: null, RegistryHouse.By, now);
        }

        if (status is ReportStatus.Accepted or ReportStatus.Rated)
        {
            report.TakeIn(rule, new Dictionary<int, ScoreSaid>(), RegistryHouse.By, now);
        }

        if (status == ReportStatus.Rated)
        {
            report.Rate(rule, ground, RegistryHouse.By, now);
        }

        db.Add(report);
        await db.SaveChangesAsync();
        return true;
    });
}
