using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;

namespace PhuSa.BrowserTests;

/// <summary>One article that readers had and that was withdrawn: its address says that it is gone. Made up.</summary>
internal static class WithdrawnRecords
{
    private const string Slug = "bai-da-go-mau";

    public const string Address = ArticleAddress.News + "/" + Slug;

    public static async Task<bool> MakeAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var home = (await db.Set<Category>().OrderBy(c => c.Position).FirstAsync(c => c.Site == "khcn")).Id;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var article = new Article(Guid.CreateVersion7(), Slug, ArticleKind.News, ArticleStatus.Published, OfficePeople.By, now.AddDays(-2));
        var content = new ArticleContent(new("Bài đã gỡ Mẫu", "Tóm tắt của bài.", "Nội dung của bài.", null, null, "NV"), EventDay: null, ExpiresOn: null, JointApproval: false, [home], [], ArticleExtras.None);
        db.AddRange(article, article.Import(content, VietnamTime.Today(TimeProvider.System).AddDays(-2), OfficePeople.By, now.AddDays(-2)));
        article.Withdraw("Đăng nhầm", OfficePeople.By, now);
        await db.SaveChangesAsync();
        return true;
    }
}
