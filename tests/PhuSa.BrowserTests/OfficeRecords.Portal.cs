using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Redirects;
using PhuSa.Portal.Watching.Alarms;

namespace PhuSa.BrowserTests;

/// <summary>Old addresses of a portal that was taken over, and what the watch has seen.</summary>
internal sealed partial class OfficeRecords
{
    private async Task<bool> OldPortalAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var read = await db.Set<Article>().Where(a => a.Slug == "hoi-nghi-so-ket-6-thang-2020").Select(a => a.Id).SingleAsync();
        var all = new[]
        {
            Moved("khcn", "/wps/portal/Home/tin-tuc/chi-tiet?WCM_GLOBAL_CONTEXT=/khcn/tin-tuc/hoat-dong/hoi-nghi-so-ket-sau-thang", MovedFrom.Import, days: 40).ToArticle(read),
            Moved("khcn", "/wps/portal/Home/thu-tuc-hanh-chinh", MovedFrom.Import, days: 40).ToPlace("/thu-tuc"),
            Moved("khcn", "/?page_id=125", MovedFrom.Table, days: 21).ToPlace("/van-ban"),
            Moved("lienminh", "/lien-he.html", MovedFrom.Hand, days: 3).ToPlace("/gop-y"),
        };

        // Once for all who make records: no two rows may hold one old address.
        var known = await db.Set<MovedAddress>().Select(moved => moved.Key).ToListAsync();
        db.AddRange(all.Where(moved => !known.Contains(moved.Key)));
        await db.SaveChangesAsync();
        Fill("/quan-tri/chuyen-huong/{id}", await db.Set<MovedAddress>().Where(moved => moved.Key == all[1].Key).Select(moved => moved.Id).SingleAsync(), "/go");
        return true;
    }

    private async Task<bool> WatchAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDbContext>();
        await WatchedAsync(db);
        Fill("/quan-tri/giam-sat/{id}", await db.Set<WatchAlarm>().Where(alarm => alarm.Detail == "nha-cai.example.com").Select(alarm => alarm.Id).SingleAsync(), "/bo-qua");
        return true;
    }

    private static async Task WatchedAsync(AppDbContext db)
    {
        if (await db.Set<WatchRun>().AnyAsync(run => run.Site == "https://khcn.example.vn"))
        {
            return;
        }

        var last = Now.AddMinutes(-4);
        foreach (var at in Enumerable.Range(0, 4))
        {
            var (day, found) = (last.AddMinutes(-15 * at), at < 2 ? 1 : 0);
            db.Add(new WatchRun { Id = Guid.CreateVersion7(), Site = "https://khcn.example.vn", StartedAt = day, FinishedAt = day.AddSeconds(9), Pages = 38, Files = 12, Findings = found });
        }

        db.Add(new WatchAlarm
        {
            Id = Guid.CreateVersion7(),
            Kind = FindingKind.ForeignLink,
            Address = "https://khcn.example.vn/bai-viet/hoi-nghi-so-ket-6-thang-2020",
            Detail = "nha-cai.example.com",
            Found = "<a href=\"https://nha-cai.example.com/dang-ky\">tải ứng dụng</a>",
            FirstAt = last.AddMinutes(-15),
            LastAt = last,
        });
        db.Add(new WatchAlarm
        {
            Id = Guid.CreateVersion7(),
            Kind = FindingKind.PageDiffers,
            Address = "https://khcn.example.vn/",
            Detail = "",
            Expected = "<title>Trang chủ",
            Found = "<title>Trang chu",
            FirstAt = last.AddDays(-2),
            LastAt = last.AddDays(-2).AddMinutes(30),
            ClosedAt = last.AddDays(-2).AddMinutes(45),
        });
        await db.SaveChangesAsync();
    }

    private static MovedAddress Moved(string site, string address, MovedFrom from, int days) =>
        new(Guid.CreateVersion7(), site, OldAddress.Read(address)!, from, Now.AddDays(-days));
}
