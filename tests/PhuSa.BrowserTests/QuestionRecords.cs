using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Portal.Feedback;

namespace PhuSa.BrowserTests;

/// <summary>One published question of a reader. Made up.</summary>
internal static class QuestionRecords
{
    public static Guid Published { get; } = new("0197b0c0-0000-7000-8000-000000000001");

    public static string Address => PublishedQuestion.AddressOf(Published);

    public static async Task<bool> MakeAsync(IServiceProvider services)
    {
        services.GetRequiredService<Acting>().As(OfficePeople.By);
        var db = services.GetRequiredService<AppDbContext>();
        if (await db.Set<FeedbackItem>().AnyAsync(f => f.Id == Published))
        {
            return true;
        }

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var item = new FeedbackItem(Published, "khcn", ReferenceCode.New(), Guid.CreateVersion7(), new FeedbackLetter(FeedbackKind.Question, "Bạn đọc Mẫu", "mau@vi-du.vn", null, "Hỏi gì đó Mẫu?", null, AllowsName: false, "vi"), looksLikeSpam: false, answerWithin: null, OfficePeople.By, now);
        item.Assign(Guid.CreateVersion7(), note: null, OfficePeople.By, now);
        item.Reply("Trả lời Mẫu.", OfficePeople.By, now);
        item.Publish("Hợp tác xã Mẫu xin dùng nhãn hiệu chứng nhận thì bắt đầu ở đâu?", "Mở trang “Nhãn hiệu của tôi” rồi bấm “Xin dùng nhãn hiệu”.", showsName: false, OfficePeople.By, now);
        db.Add(item);
        await db.SaveChangesAsync();
        return true;
    }
}
