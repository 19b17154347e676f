using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Portal.Feedback;

namespace PhuSa.BrowserTests;

/// <summary>Feedback in every state, and what the statistics of the office lead to.</summary>
internal sealed partial class OfficeRecords
{
    private async Task<bool> FeedbackAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var arrived = Letter(spam: false);
        var spam = Letter(spam: true);
        var (assigned, answered, published) = (Letter(spam: false), Letter(spam: false), Letter(spam: false));
        foreach (var item in new[] { assigned, answered, published })
        {
            item.Assign(Officer.Id, "Hỏi thêm phòng chuyên môn", OfficePeople.By, Now);
        }

        answered.Reply("Mời bà đến bộ phận một cửa của Sở, mang theo sổ ghi chép vùng trồng.", OfficePeople.By, Now);
        published.Reply("Mời bà đến bộ phận một cửa của Sở.", OfficePeople.By, Now);
        published.Publish("Đăng ký mã vùng trồng xoài ở đâu?", "Ở bộ phận một cửa của Sở.", showsName: true, OfficePeople.By, Now);
        db.AddRange(arrived, spam, assigned, answered, published);
        await db.SaveChangesAsync();
        Fill(FeedbackRights.Office + "/{id}", arrived.Id, "", "/giao", "/khong-xu-ly", "/thu-rac");
        Fill(FeedbackRights.Office + "/{id}", assigned.Id, "/tra-loi");
        Fill(FeedbackRights.Office + "/{id}", answered.Id, "/dang", "/xoa-du-lieu");
        Fill(FeedbackRights.Office + "/{id}", published.Id, "/go", "/sua-tra-loi");
        Fill(FeedbackRights.Office + "/{id}", spam.Id, "/khoi-phuc");
        _filled["/quan-tri/luot-xem/cong-cu/{site}"] = "/quan-tri/luot-xem/cong-cu/khcn";
        return true;
    }

    private static FeedbackItem Letter(bool spam) => new(
        Guid.CreateVersion7(), "khcn", ReferenceCode.New(), Guid.CreateVersion7(),
        new(FeedbackKind.Question, "Trần Thị Xoài", "xoai@kiem-thu.vn", "0912 345 678", "Xã tôi muốn trồng xoài có mã vùng trồng thì hỏi ở đâu?", "/bai-viet/hoi-nghi-so-ket-6-thang-2020", AllowsName: true, "vi"),
        spam, answerWithin: null, OfficePeople.By, Now);
}
