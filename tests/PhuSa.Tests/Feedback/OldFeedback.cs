using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Feedback;

namespace PhuSa.Tests.Feedback;

/// <summary>Feedback that came some time ago.</summary>
internal static class OldFeedback
{
    public static readonly Actor By = new("Kiểm thử", "dữ liệu kiểm thử");

    public static Task<FeedbackItem> MakeAsync(App app, int days, Func<FeedbackItem, FeedbackItem> moved, FeedbackKind kind = FeedbackKind.Question, bool spam = false) => app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(By);
        var db = services.GetRequiredService<AppDbContext>();
        var then = app.Clock.GetUtcNow().UtcDateTime.AddDays(-days);
        var item = moved(Made(then, kind, spam));
        db.Add(item);
        await db.SaveChangesAsync();
        return item;
    });

    public static FeedbackItem Made(DateTime then, FeedbackKind kind = FeedbackKind.Question, bool spam = false) => new(
        Guid.CreateVersion7(), "khcn", ReferenceCode.New(), Guid.CreateVersion7(),
        new FeedbackLetter(kind, "Võ Thị Riêng Tư", "rieng-tu@kiem-thu.vn", "0987 654 321", "Chuyện riêng nhà tôi", null, AllowsName: true, "vi"), spam, answerWithin: null, By, then);

    public static FeedbackItem Published(this FeedbackItem item)
    {
        item.Assign(Guid.CreateVersion7(), null, By, item.CreatedAt);
        item.Reply("Trả lời chuyện riêng nhà tôi", By, item.CreatedAt);
        item.Publish("Câu hỏi chung đã sửa", "Câu trả lời chung", showsName: true, By, item.CreatedAt);
        return item;
    }
}
