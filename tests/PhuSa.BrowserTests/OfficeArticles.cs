using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Sites;

namespace PhuSa.BrowserTests;

/// <summary>Articles at every station of their way.</summary>
internal sealed partial class OfficeRecords
{
    private const string ArticleRoute = OfficeAddress.Articles + "/{id}";
    private static readonly Guid Somebody = Guid.CreateVersion7();
    private static readonly HashSet<SiteTheme> DepartmentOnly = [SiteTheme.Department];

    private static bool IsOfPublisher(string route) =>
        new[] { "/duyet-dang", "/khong-duyet", "/rut-duyet", "/go-bai", "/ghim" }.Any(end => route.EndsWith(end, StringComparison.Ordinal));

    private async Task<bool> ArticlesAsync(IServiceProvider services)
    {
        var published = await ArticleAsync(services, "Hội thảo kết nối cung cầu công nghệ sau thu hoạch cho trái cây", RevisionStatus.Published);
        var (_, unused) = await AddFilesAsync(services, published.Id);
        _filled[ArticleRoute + "/tep/{tep}/xoa"] = $"{OfficeAddress.Of(published.Id)}/tep/{unused}/xoa";
        Fill(ArticleRoute, published.Id, "", "/sua", "/tep", "/xem-truoc", "/go-bai", "/ghim");
        _filled[ArticleRoute + "/so-sanh"] = $"{OfficeAddress.Of(published.Id)}/so-sanh?a=1&b=2";
        _filled[ArticleRoute + "/khoi-phuc/{number}"] = $"{OfficeAddress.Of(published.Id)}/khoi-phuc/1";
        var (holding, held) = await HoldingAsync(services);
        Fill(ArticleRoute, holding, "/tep/thu-tu");
        _filled[ArticleRoute + "/tep/{tep}/go"] = $"{OfficeAddress.Of(holding)}/tep/{held}/go";
        Fill(ArticleRoute, (await ArticleAsync(services, "Lịch tập huấn ghi chép sổ sách", RevisionStatus.Draft)).Id, "/gui-bien-tap", "/bo-ban-sua");
        Fill(ArticleRoute, (await ArticleAsync(services, "Nhãn hiệu chứng nhận xoài Chợ Mới", RevisionStatus.InReview)).Id, "/bien-tap-xong", "/tra-lai");
        Fill(ArticleRoute, (await ArticleAsync(services, "Mời tham gia hội chợ", RevisionStatus.Reviewed)).Id, "/trinh-duyet");
        Fill(ArticleRoute, (await ArticleAsync(services, "Kết quả sáu tháng đầu năm", RevisionStatus.AwaitingPublishing)).Id, "/duyet-dang", "/khong-duyet");
        Fill(ArticleRoute, (await ArticleAsync(services, "Thông báo nghỉ lễ", RevisionStatus.Scheduled)).Id, "/rut-duyet");
        return true;
    }

    private static async Task<Article> ArticleAsync(IServiceProvider services, string title, RevisionStatus status)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var home = (await db.Set<Category>().OrderBy(c => c.Position).FirstAsync(c => c.Code.StartsWith("khcn."))).Id;
        var now = Now.AddHours(-2);
        var by = OfficePeople.By;
        var writer = new Writer(Somebody, by.Name, by.Detail);
        var article = new Article(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), $"thu-{Guid.CreateVersion7():N}", ArticleKind.News, ArticleStatus.Draft, by, now);
        var content = new ArticleContent(new(title, "Tóm tắt của bài.", "Có 05 hợp tác xã tham gia.", null, null, "NV"), EventDay: null, ExpiresOn: null, JointApproval: false, [home], ["xoài"], ArticleExtras.None);
        var revision = new Revision(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), article.Id, baseVersion: null, Somebody, by, now);
        db.AddRange(article, revision);
        foreach (var body in new[] { content.Text.Body, "Có 06 hợp tác xã tham gia." })
        {
            content = content with { Text = content.Text with { Body = body } };
            revision.Rewrite(title, content.Categories, jointApproval: false, minor: false, changeNote: null, by, now);
            db.Add(article.Save(content, revision.Id, writer, now));
        }

        Walk(revision, status, now);
        if (revision.Status == RevisionStatus.Published)
        {
            article.Publish(content, article.LatestVersion, by, now);
            revision.WentOut(article.LatestVersion, now);
        }

        await db.SaveChangesAsync();
        return article;
    }

    private static void Walk(Revision revision, RevisionStatus status, DateTime now)
    {
        var by = OfficePeople.By;
        if (status != RevisionStatus.Draft)
        {
            revision.SendForReview(by, now.AddMinutes(10));
        }

        if (status is not (RevisionStatus.Draft or RevisionStatus.InReview))
        {
            revision.Review(Guid.CreateVersion7(), new HashSet<Guid>(), by, now.AddMinutes(25));
        }

        if (status is RevisionStatus.AwaitingPublishing or RevisionStatus.Scheduled or RevisionStatus.Published)
        {
            revision.SendForPublishing(by, now.AddMinutes(40));
        }

        if (status is RevisionStatus.Scheduled or RevisionStatus.Published)
        {
            revision.Approve(Guid.CreateVersion7(), DepartmentOnly, DepartmentOnly, new HashSet<Guid>(), new(status == RevisionStatus.Scheduled ? now.AddDays(1) : null, Minor: false, ChangeNote: null), by, now.AddMinutes(55));
        }
    }

    /// <summary>A draft with a picture and a file in it.</summary>
    private static async Task<(Guid Article, Guid Picture)> HoldingAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var article = await ArticleAsync(services, "Ảnh và tài liệu của lớp tập huấn", RevisionStatus.Draft);
        var (picture, table) = await AddFilesAsync(services, article.Id);
        var extras = new ArticleExtras([new ArticleImage(picture, "Vườn xoài của hợp tác xã ở Chợ Mới", Caption: null, IsLead: false)], [new ArticleAttachment(table, "Danh sách hợp tác xã dự lớp")], []);
        var by = OfficePeople.By;
        db.Add(article.Save(article.Live() with { Extras = extras }, article.OpenRevisionId, new Writer(Somebody, by.Name, by.Detail), Now.AddHours(-1)));
        await db.SaveChangesAsync();
        return (article.Id, picture);
    }

    private static async Task<(Guid Picture, Guid Table)> AddFilesAsync(IServiceProvider services, Guid id)
    {
        // The smallest PNG there is: one pixel.
        var pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
        var files = services.GetRequiredService<IFiles>();
        using var picture = new MemoryStream(pixel);
        var first = await files.TakeInAsync(new(picture, "Vườn xoài của hợp tác xã ở Chợ Mới, chụp tháng 6 năm 2020.png"), ArticleFiles.Of(id), ArticleFiles.Rules, CancellationToken.None);
        using var table = new MemoryStream("Tên hợp tác xã,Huyện\n"u8.ToArray());
        var second = await files.TakeInAsync(new(table, "danh-sach.csv"), ArticleFiles.Of(id), ArticleFiles.Rules, CancellationToken.None);
        return (first.Id, second.Id);
    }
}
