using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Registry;
using PhuSa.Marks.Applications;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Journal;

namespace PhuSa.BrowserTests;

/// <summary>A regulation of a mark, and applications of the director's cooperative at every stage: one for each page that changes it. All made up.</summary>
internal sealed partial class OfficeRecords
{
    private async Task<bool> ApplicationsAsync(IServiceProvider services)
    {
        services.GetRequiredService<Acting>().As(OfficePeople.By);
        var db = services.GetRequiredService<AppDbContext>();
        var files = services.GetRequiredService<IFiles>();
        var today = VietnamTime.Today(TimeProvider.System);
        var mark = await db.Set<CertificationMark>().OrderBy(m => m.Code).FirstAsync();
        var regulation = await RegulationAsync(db, mark.Id);
        var own = await db.Set<Cooperative>().Where(c => c.Code == "htx-long-binh").Select(c => c.Id).SingleAsync();
        var (draft, ready, photographed) = (Application("Dưa lưới"), Application("Bưởi da xanh"), Application("Nhãn xuồng"));
        var (waiting, complete, attached, good) = (Submitted("Gạo thơm"), Submitted("Cá khô"), Submitted("Mắm cá linh"), Submitted("Thốt nốt"));
        waiting.AskSupplement(new ApplicationNews(today.AddDays(-3), "Thiếu giấy chứng nhận an toàn thực phẩm"), today.AddDays(4), OfficePeople.By, Now);
        complete.FindComplete(new ApplicationNews(today.AddDays(-5), null), OfficePeople.By, Now);
        good.FindComplete(new ApplicationNews(today.AddDays(-5), null), OfficePeople.By, Now);
        good.CheckField(new ApplicationNews(today.AddDays(-2), "Đúng quy trình, đúng vùng"), "Tổ kiểm tra nhãn hiệu", passed: true, OfficePeople.By, Now);
        db.AddRange(draft, ready, photographed, waiting, complete, attached, good);
        await db.SaveChangesAsync();
        var theirs = await PhotoAsync(photographed);
        var ours = await PhotoAsync(attached);

        var (home, desk) = (ApplicationDesk.Own + "/{id}", ApplicationDesk.Address + "/{id}");
        Fill(home, draft.Id, "", "/san-pham", "/san-xuat", "/tep");
        _filled[home + "/{buoc}"] = $"{ApplicationDesk.OwnOf(ready.Id)}/nop";
        _filled[home + "/tep/{tep}"] = $"{ApplicationDesk.OwnOf(photographed.Id)}/tep/{theirs}";
        Fill(desk, good.Id, "", "/trao-quyen", "/sua");
        Fill(desk, attached.Id, "/tep");
        _filled[desk + "/{buoc}"] = $"{ApplicationDesk.Of(complete.Id)}/kiem-tra";
        _filled[desk + "/tep/{tep}"] = $"{ApplicationDesk.Of(attached.Id)}/tep/{ours}";
        _filled[$"{MarkRights.Marks}/{{slug}}"] = $"{MarkRights.Marks}/{mark.Slug}";
        _filled[$"{MarkRights.Marks}/{{slug}}/sua"] = $"{MarkRights.Marks}/{mark.Slug}/sua";
        _filled[$"{MarkRights.Marks}/{{slug}}/quy-che/{{version}}"] = $"{MarkRights.Marks}/{mark.Slug}/quy-che/{regulation}";
        return true;

        static string Last(Guid id) => id.ToString("N")[^8..];

        MarkApplication Application(string product)
        {
            var id = Guid.CreateVersion7();
            return new(id, mark.Id, own, new ApplicationContent($"{product} Mẫu {Last(id)}", "Trái cây", "Tổ 2", "Ấp Mẫu, xã Mẫu", 1200, "tấn", "Trồng theo VietGAP, thu hoạch theo đợt", "Giấy chứng nhận VietGAP"), OfficePeople.By, Now);
        }

        MarkApplication Submitted(string product)
        {
            var application = Application(product);
            application.Submit($"NH-{today.Year}-{Last(application.Id)}", regulation, new ApplicationNews(today.AddDays(-10), null), OfficePeople.By, Now);
            return application;
        }

        async Task<Guid> PhotoAsync(MarkApplication application)
        {
            using var content = new MemoryStream(Convert.FromBase64String(OcopRecords.Pixel));
            return (await files.TakeInAsync(new(content, "vuon-cay.png"), ApplicationFiles.Of(application.Id), ApplicationFiles.Rules, CancellationToken.None)).Id;
        }
    }

    /// <summary>Each maker finds the version that the first has entered: two never begin on one day.</summary>
    private static async Task<Guid> RegulationAsync(AppDbContext db, Guid markId)
    {
        var first = new DateOnly(2020, 1, 1);
        if (await db.Set<MarkRegulation>().FirstOrDefaultAsync(r => r.MarkId == markId && r.ValidFrom == first) is { } known)
        {
            return known.Id;
        }

        var regulation = new MarkRegulation(Guid.CreateVersion7(), markId);
        regulation.Write(
            first,
            paperId: null,
            new RegulationText("Đơn vị sản xuất trong vùng, theo đúng quy trình", "Giống, độ ngọt, an toàn thực phẩm", "Kiểm tra định kỳ và đột xuất", "Không thu", "Các xã trong vùng chứng nhận Mẫu", "Trái cây\nGạo"),
            new RegulationRules(10, 5, 5, 36, 12));
        db.Add(regulation);
        await db.SaveChangesAsync();
        return regulation.Id;
    }
}
