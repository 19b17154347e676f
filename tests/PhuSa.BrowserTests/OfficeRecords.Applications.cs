using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Registry;
using PhuSa.Marks.Applications;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Moves;
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
        var mark = await db.Set<CertificationMark>().OrderBy(m => m.Code).FirstAsync();
        var regulation = await RegulationAsync(db, mark.Id);
        var own = await db.Set<Cooperative>().Where(c => c.Code == "htx-long-binh").Select(c => c.Id).SingleAsync();
        var set = new ApplicationSet(db, files, mark.Id, own, regulation);
        var draft = await set.KeptAsync("Dưa lưới", MarkApplicationStatus.Drafted);
        var ready = await set.KeptAsync("Bưởi da xanh", MarkApplicationStatus.Drafted);
        var photographed = await set.KeptAsync("Nhãn xuồng", MarkApplicationStatus.Drafted);
        await set.KeptAsync("Gạo thơm", MarkApplicationStatus.Supplementing);
        var complete = await set.KeptAsync("Cá khô", MarkApplicationStatus.Complete);
        var attached = await set.KeptAsync("Mắm cá linh", MarkApplicationStatus.Submitted);
        var good = await set.KeptAsync("Thốt nốt", MarkApplicationStatus.Checked);
        var theirs = await set.PhotoAsync(photographed);
        var ours = await set.PhotoAsync(attached);
        var looked = await set.KeptAsync("Chuối", MarkApplicationStatus.Checked);
        var check = looked.Acts.Single(act => act.IsCheck).Id;
        var seen = await set.PhotoAsync(CheckFiles.Of(check));

        var (home, desk) = (ApplicationDesk.Own + "/{id}", ApplicationDesk.Address + "/{id}");
        Fill(home, draft.Id, "", "/san-pham", "/san-xuat", "/tep");
        _filled[home + "/{buoc}"] = $"{ApplicationDesk.OwnOf(ready.Id)}/nop";
        _filled[home + "/tep/{tep}"] = $"{ApplicationDesk.OwnOf(photographed.Id)}/tep/{theirs}";
        Fill(desk, good.Id, "", "/trao-quyen", "/sua");
        Fill(desk, attached.Id, "/tep");
        _filled[desk + "/{buoc}"] = $"{ApplicationDesk.Of(complete.Id)}/kiem-tra";
        _filled[desk + "/van-ban/{viec}"] = $"{ApplicationDesk.Of(looked.Id)}/van-ban/{check}";
        _filled[desk + "/viec/{viec}/tep"] = $"{ApplicationDesk.Of(looked.Id)}/viec/{check}/tep";
        _filled[desk + "/viec/{viec}/tep/{tep}"] = $"{ApplicationDesk.Of(looked.Id)}/viec/{check}/tep/{seen}";
        _filled[desk + "/tep/{tep}"] = $"{ApplicationDesk.Of(attached.Id)}/tep/{ours}";
        _filled[$"{MarkRights.Marks}/{{slug}}"] = $"{MarkRights.Marks}/{mark.Slug}";
        _filled[$"{MarkRights.Marks}/{{slug}}/sua"] = $"{MarkRights.Marks}/{mark.Slug}/sua";
        _filled[$"{MarkRights.Marks}/{{slug}}/quy-che/{{version}}"] = $"{MarkRights.Marks}/{mark.Slug}/quy-che/{regulation}";
        return true;
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

/// <summary>The made-up applications of one cooperative. Makers share what no form has changed yet, so that lists stay readable.</summary>
internal sealed class ApplicationSet(AppDbContext db, IFiles files, Guid markId, Guid applicantId, Guid regulationId)
{
    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    private static DateOnly Today => VietnamTime.Today(TimeProvider.System);

    public async Task<MarkApplication> KeptAsync(string product, MarkApplicationStatus status)
    {
        var name = $"{product} Mẫu";
        var made = await db.Set<MarkApplication>().AsSplitQuery().Where(a => a.ApplicantId == applicantId && a.Product.StartsWith(name)).OrderBy(a => a.Id).ToListAsync();
        if (made.Find(a => a.Status == status) is { } untouched)
        {
            return untouched;
        }

        var content = new ApplicationContent(made.Count == 0 ? name : $"{name} {made.Count + 1}", "Trái cây", "Tổ 2", "Ấp Mẫu, xã Mẫu", 1200, "tấn", "Trồng theo VietGAP, thu hoạch theo đợt", "Giấy chứng nhận VietGAP");
        var application = new MarkApplication(Guid.CreateVersion7(), markId, applicantId, content, OfficePeople.By, Now);
        if (status != MarkApplicationStatus.Drafted)
        {
            application.Submit($"NH-{Today.Year}-{await db.Set<MarkApplication>().CountAsync(a => a.Code != null) + 1:000}", regulationId, new MoveNews(Today.AddDays(-10), null), OfficePeople.By, Now);
        }

        Advance(application, status);
        db.Add(application);
        await db.SaveChangesAsync();
        return application;
    }

    public Task<Guid> PhotoAsync(MarkApplication application) => PhotoAsync(ApplicationFiles.Of(application.Id));

    public async Task<Guid> PhotoAsync(FileOwner owner)
    {
        if (await files.OfAsync(owner, CancellationToken.None) is [var known, ..])
        {
            return known.Id;
        }

        using var content = new MemoryStream(Convert.FromBase64String(OcopRecords.Pixel));
        return (await files.TakeInAsync(new(content, "vuon-cay.png"), owner, ApplicationFiles.Rules, CancellationToken.None)).Id;
    }

    private static void Advance(MarkApplication application, MarkApplicationStatus status)
    {
        if (status == MarkApplicationStatus.Supplementing)
        {
            application.AskSupplement(new MoveNews(Today.AddDays(-3), "Thiếu giấy chứng nhận an toàn thực phẩm"), Today.AddDays(4), OfficePeople.By, Now);
        }

        if (status is MarkApplicationStatus.Complete or MarkApplicationStatus.Checked)
        {
            application.FindComplete(new MoveNews(Today.AddDays(-5), null), OfficePeople.By, Now);
        }

        if (status == MarkApplicationStatus.Checked)
        {
            application.CheckField(new MoveNews(Today.AddDays(-2), "Đúng quy trình, đúng vùng"), "Tổ kiểm tra nhãn hiệu", passed: true, OfficePeople.By, Now);
        }
    }
}
