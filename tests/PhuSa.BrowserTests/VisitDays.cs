using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Visits;

namespace PhuSa.BrowserTests;

/// <summary>Days of visits, which nobody could make within the day of a test, and what the counter of the old portal showed. Made up.</summary>
internal static class VisitDays
{
    /// <summary>More than the chart draws, and so many that at least two months are in the table of months.</summary>
    private const int Days = 45;

    public static async Task<bool> MakeAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var today = VietnamTime.Today(TimeProvider.System);
        foreach (var site in new[] { "khcn", "lienminh" })
        {
            // On every ninth day nobody came: the chart draws it, the records have no such day.
            foreach (var before in Enumerable.Range(1, Days).Where(before => before % 9 != 0))
            {
                var visits = 3 + (before * 7 % 23);
                db.Add(new VisitDayRow { Site = site, Day = today.AddDays(-before), Visits = visits, Views = visits * 4 });
                db.Add(new PageViewDay { Site = site, Path = PagePath.Of(ArticleAddress.Of(ArticleKind.News, "hoi-nghi-so-ket-6-thang-2020")), Day = today.AddDays(-before), Views = visits });
            }
        }

        var opening = new OpeningVisits(Guid.CreateVersion7(), "khcn");
        opening.Say(1_234_567, today.AddDays(-Days), "ảnh chụp trang chủ cổng cũ");
        db.Add(opening);
        await db.SaveChangesAsync();
        return true;
    }
}
