using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.Appointments;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Papers;
using PhuSa.Papers.Templates;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.BrowserTests;

/// <summary>The books of papers: one paper in every state, and two that came in.</summary>
internal sealed partial class OfficeRecords
{
    private async Task<bool> PapersAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var today = VietnamTime.Today(TimeProvider.System);
        var own = (await db.Set<Appointment>().SingleAsync(a => a.PersonId == Officer.Id)).OrganisationId!.Value;
        var book = new PaperBook(Guid.CreateVersion7(), own, new("Văn bản hành chính", "SKHCN", [PaperKind.Report, PaperKind.Letter, PaperKind.Decision], IsLegal: false, today.Year, UsedBefore: 40, "UBND tỉnh An Giang", "Sở Khoa học và Công nghệ"));
        db.Add(book);
        var drafts = new[] { "Kết quả phối hợp hỗ trợ hợp tác xã ứng dụng khoa học và công nghệ 6 tháng đầu năm", "Mời dự hội thảo", "Hướng dẫn hồ sơ đề nghị hỗ trợ", "Thành lập tổ công tác" }
            .Select(title => new Paper(Guid.CreateVersion7(), book, new() { Kind = PaperKind.Report, BookId = book.Id, Title = title, Place = "An Giang", Body = "I. Kết quả\nĐã hoàn thành hai việc.", Recipients = "UBND tỉnh\nLiên minh Hợp tác xã tỉnh" }, OfficePeople.By, Now))
            .ToArray();
        db.AddRange(drafts);
        var template = await db.Set<PaperTemplate>().FirstOrDefaultAsync(t => t.OrganisationId == own && !t.IsRetired);
        if (template is null)
        {
            template = new PaperTemplate(Guid.CreateVersion7(), own, PaperKind.Report, "Báo cáo có tiêu đề riêng");
            db.Add(template);
        }

        await db.SaveChangesAsync();
        var desk = services.GetRequiredService<OutgoingDesk>();
        foreach (var paper in drafts.Skip(1))
        {
            await desk.NumberAsync(paper, paper.Version, chosen: null, OfficePeople.By, CancellationToken.None);
        }

        foreach (var paper in drafts.Skip(2))
        {
            paper.Sign(new(SigningAuthority.Deputy, "Giám đốc", "Phó Giám đốc", "Trần Văn Bình"), today, today, OfficePeople.By, Now);
        }

        drafts[3].Issue(today, today, OfficePeople.By, Now);
        var recorded = new Paper(Guid.CreateVersion7(), Guid.CreateVersion7().ToString("N"), new() { Kind = PaperKind.Letter, Title = "Công văn năm trước không rõ số", IssuedById = own, SignedOn = RecordTime.Year(2018) }, OfficePeople.By, Now);
        db.Add(recorded);
        await db.SaveChangesAsync();
        var incoming = services.GetRequiredService<IncomingDesk>();
        var late = await incoming.TakeInAsync(Guid.CreateVersion7(), own, Sheet("Đề nghị hướng dẫn đăng ký nhãn hiệu tập thể cho xoài", "12/UBND-KT", today), OfficePeople.By, CancellationToken.None);
        late.Assign(Officer.Id, today.AddDays(-1), note: null, OfficePeople.By, Now);
        var filed = await incoming.TakeInAsync(Guid.CreateVersion7(), own, Sheet("Thông báo lịch nghỉ lễ", null, today), OfficePeople.By, CancellationToken.None);
        filed.Assign(Officer.Id, dueOn: null, note: null, OfficePeople.By, Now);
        filed.File("Đã thông báo cho các phòng", OfficePeople.By, Now);
        await db.SaveChangesAsync();

        Fill("/quan-tri/van-ban/{id}", drafts[0].Id, "", "/sua", "/lay-so", "/bo");
        Fill("/quan-tri/van-ban/{id}", drafts[1].Id, "/ky");
        Fill("/quan-tri/van-ban/{id}", drafts[2].Id, "/phat-hanh", "/ban-ky", "/huy-so", "/ky-so", "/sua-ghi-ky");
        Fill("/quan-tri/van-ban/{id}", recorded.Id, "/sua-ghi-lai");
        Fill("/quan-tri/van-ban/so/{id}", book.Id, "/sua", "/dong");
        Fill("/quan-tri/van-ban/mau/{id}", template.Id, "/bo");
        Fill("/quan-tri/van-ban-den/{id}", late.Id, "", "/sua", "/giao", "/xong", "/tra-loi", "/huy-so");
        Fill("/quan-tri/van-ban-den/{id}", filed.Id, "/mo-lai");
        return true;
    }

    private static IncomingSheet Sheet(string title, string? number, DateOnly today) => new(PaperKind.Letter, number, today.AddDays(-9), "UBND huyện An Phú", title, today.AddDays(-7), DueOn: null);
}
