using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;

namespace PhuSa.BrowserTests;

/// <summary>Reports of three years of one cooperative, each at another step, and one that is not begun.</summary>
internal sealed partial class OfficeRecords
{
    private const int SentYear = 2025;

    private async Task<bool> ReportsAsync(IServiceProvider services)
    {
        services.GetRequiredService<Acting>().As(OfficePeople.By);
        var db = services.GetRequiredService<AppDbContext>();
        var cooperative = await db.Set<Cooperative>().AsSplitQuery().SingleAsync(c => c.Code == Registered);

        // A test that sends forms empty has taken one in; the next begins with each at its step again.
        db.RemoveRange(await db.Set<YearReport>().AsSplitQuery().Where(r => r.CooperativeId == cooperative.Id).ToListAsync());
        await db.SaveChangesAsync();
        db.AddRange(Sent(cooperative), Taken(cooperative, SentYear - 1, rated: false), Taken(cooperative, SentYear - 2, rated: true));
        await db.SaveChangesAsync();
        foreach (var (year, parts) in new (int, string[])[] { (SentYear, ["", "/nhan", "/tra-lai", "/nhan-so-lieu"]), (SentYear - 1, ["/xep-loai"]), (SentYear - 2, ["/mo-lai"]), (SentYear - 3, ["/nhap"]) })
        {
            foreach (var part in parts)
            {
                _filled[$"{RegistryRights.Address}/{{code}}/bao-cao/{{year}}{part}"] = $"{RegistryRights.Address}/{Registered}/bao-cao/{year}{part}";
            }
        }

        foreach (var part in new[] { "", "/so-lieu", "/gui" })
        {
            _filled[$"{PersonalPlaces.MyCooperative}/bao-cao/{{year}}{part}"] = $"{PersonalPlaces.MyCooperative}/bao-cao/{SentYear}{part}";
        }

        _filled[$"{PersonalPlaces.MyCooperative}/bao-cao/{{year}}/diem/{{step}}"] = $"{PersonalPlaces.MyCooperative}/bao-cao/{SentYear}/diem/2";
        return true;
    }

    private static YearReport Sent(Cooperative cooperative)
    {
        var (rule, report) = Scored(cooperative, SentYear);
        report.Send(rule, RatingGround.Of(rule, SentYear, cooperative), new DateOnly(SentYear, 12, 12), source: null, OfficePeople.By, Now);
        report.Tell(new ReportFigures(63, 2, null, 1_300_000_000, 3_400_000_000), new DateOnly(SentYear + 1, 1, 10), OfficePeople.By, Now);
        return report;
    }

    private static YearReport Taken(Cooperative cooperative, int year, bool rated)
    {
        var (rule, report) = Scored(cooperative, year);
        var ground = RatingGround.Of(rule, year, cooperative);
        report.Send(rule, ground, new DateOnly(year, 12, 18), "Báo cáo số 05/BC-HTX", OfficePeople.By, Now);
        report.TakeIn(rule, new Dictionary<int, ScoreSaid> { [3] = new(3.5m, "Báo cáo tài chính cho thấy lỗ") }, OfficePeople.By, Now);
        if (rated)
        {
            report.Rate(rule, ground, OfficePeople.By, Now);
        }

        return report;
    }

    private static (RatingRule Rule, YearReport Report) Scored(Cooperative cooperative, int year)
    {
        var rule = RatingRules.Of(year)!;
        var report = new YearReport(Guid.CreateVersion7(), cooperative.Id, year, rule, OfficePeople.By, Now);
        report.Say(rule, rule.Criteria.ToDictionary(criterion => criterion.Number, criterion => new ScoreSaid(criterion.Number % 2 == 0 ? 5 : 5.5m, criterion.Number == 7 ? "Giám đốc có bằng trung cấp" : null)), Now);
        return (rule, report);
    }
}
