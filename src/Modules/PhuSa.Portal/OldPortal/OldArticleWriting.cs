using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Redirects;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.OldPortal;

/// <summary>What became of a page.</summary>
internal enum OldPageOutcome
{
    New,
    Changed,
    Same,

    /// <summary>Officers have changed it since.</summary>
    Kept,
    Failed,
}

/// <summary>
/// Writes one article with its files and its old addresses, in one transaction: a run that is cut off leaves whole articles behind and goes on where it was.
/// What officers have changed since is theirs.
/// </summary>
internal sealed class OldArticleWriting(AppDbContext db, IFiles files, Acting acting, TimeProvider clock)
{
    private const int MostTags = 20;
    private const int WhyMaxLength = 300;

    /// <summary>Old addresses that lead somewhere already.</summary>
    private readonly HashSet<string> _led = new(StringComparer.Ordinal);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task BeginAsync(OldPortalWork work, CancellationToken cancellationToken)
    {
        _led.Clear();
        _led.UnionWith(await db.Set<MovedAddress>().Where(m => m.Site == work.Order.Site).Select(m => m.Key).ToListAsync(cancellationToken));
    }

    public async Task<OldPageOutcome> WriteAsync(OldPortalWork work, PlannedPage page, CancellationToken cancellationToken)
    {
        var surroundings = new PageSurroundings(page, work.Plan, work.Mirror, db, files, work.Order.DryRun);
        try
        {
            var outcome = await TryAsync(work, page, surroundings, cancellationToken);
            if (outcome is OldPageOutcome.New or OldPageOutcome.Changed or OldPageOutcome.Same)
            {
                work.Lines.AddRange(surroundings.Lines);
            }

            return outcome;
        }
        catch (Exception e) when (e is PageRefusedException or RefusedException)
        {
            return Failed(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed("Không đọc được tệp này. Hãy xem tệp có còn đó không và bạn có quyền đọc không.");
        }
        catch (DbUpdateException)
        {
            return Failed("Cơ sở dữ liệu vừa bị sửa từ nơi khác nên bài này chưa ghi được. Hãy chạy lại lệnh.");
        }
        finally
        {
            db.ChangeTracker.Clear();
        }

        OldPageOutcome Failed(string sentence)
        {
            work.Lines.Add(new OldPortalLine(OldPortalWeight.Error, page.File.Name, page.Chief.Written, null, sentence));
            return OldPageOutcome.Failed;
        }
    }

    private async Task<OldPageOutcome> TryAsync(OldPortalWork work, PlannedPage page, PageSurroundings surroundings, CancellationToken cancellationToken)
    {
        // One transaction: files, article, version, old addresses. SQLite keeps other writers waiting meanwhile, an article's time long.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var by = work.By with { Detail = Cut($"{work.By.Detail}: {page.File.Name}", Actor.DetailMaxLength) };
        acting.As(by, Cut($"Nhập từ cổng cũ: {page.Chief.Written}", WhyMaxLength));

        var article = await db.Set<Article>().AsSplitQuery().SingleOrDefaultAsync(a => a.Id == page.ArticleId, cancellationToken);
        var brought = await db.Set<BroughtArticle>().SingleOrDefaultAsync(b => b.ArticleId == page.ArticleId, cancellationToken);
        if (article is not null && IsTheirs(article, brought))
        {
            work.Lines.Add(new OldPortalLine(OldPortalWeight.Note, page.File.Name, page.Chief.Written, page.NewAddress, "Bài đã được sửa hoặc gỡ ở cổng mới; giữ nguyên, không ghi đè."));
            return OldPageOutcome.Kept;
        }

        var (content, publishedOn) = await ContentAsync(work, page, surroundings, cancellationToken);
        if (article is not null && article.PublishedOn == publishedOn && content.IsSameAs(article.Live()))
        {
            return OldPageOutcome.Same;
        }

        var outcome = article is null ? OldPageOutcome.New : OldPageOutcome.Changed;
        if (work.Order.DryRun)
        {
            return outcome;
        }

        var led = await SaveAsync(work, page, article, brought, (content, publishedOn), surroundings, by, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        _led.UnionWith(led);
        return outcome;
    }

    private static bool IsTheirs(Article article, BroughtArticle? brought) =>
        article.Status != ArticleStatus.Published || article.OpenRevisionId is not null || brought is null || article.LatestVersion != brought.Version;

    private static async Task<(ArticleContent Content, DateOnly? PublishedOn)> ContentAsync(OldPortalWork work, PlannedPage page, PageSurroundings surroundings, CancellationToken cancellationToken)
    {
        var opened = await OldPage.OpenAsync(page.File, work.Map, cancellationToken);
        surroundings.FolderOfLinks = opened.FolderOfLinks(work.Mirror.Hosts);
        var old = opened.Read(work.Today) ?? throw new PageRefusedException("Trang đã đổi trong lúc nhập. Hãy chạy lại lệnh.");
        if (old.DayProblem is { } problem)
        {
            surroundings.Mend(problem);
        }

        var body = new OldBody(old.Body, work.Map, surroundings);
        var typed = $"<div>{Summary(old)}{await body.SettledAsync(cancellationToken)}</div>";
        await body.AttachAsync(old.Attachments, cancellationToken);
        var kept = VietnameseText.Normalize(WrittenBody.Kept(typed));
        Check(old, kept);
        foreach (var mend in WrittenBody.Problems(kept))
        {
            surroundings.Mend(string.Format(System.Globalization.CultureInfo.InvariantCulture, mend.Sentence, mend.Args));
        }

        var content = new ArticleContent(
            new ArticleText(old.Title, IsShort(old.Summary) ? old.Summary : null, kept, old.Author, old.Source, old.Initials),
            EventDay: null,
            ExpiresOn: null,
            JointApproval: false,
            Categories(old, work),
            [.. old.Tags.Where(tag => tag.Length <= Article.TagMaxLength).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTags)],
            new ArticleExtras([], [.. body.Files.Select(file => new ArticleAttachment(file.File.Id, Cut(file.Title, Article.NameMaxLength)))], []));
        return (content, old.PublishedOn);
    }

    /// <summary>A summary that is longer than ours may be is the first paragraph of the text.</summary>
    private static string Summary(OldArticle old) => IsShort(old.Summary) ? "" : $"<p>{System.Net.WebUtility.HtmlEncode(old.Summary)}</p>";

    private static bool IsShort(string? summary) => summary is null || summary.Length <= Article.SummaryMaxLength;

    private static void Check(OldArticle old, string kept)
    {
        if (old.Title.Length > Article.TitleMaxLength)
        {
            throw new PageRefusedException($"Tên bài dài hơn {Article.TitleMaxLength} ký tự. Hãy xem lại bộ chọn “title”.");
        }

        if (kept.Length > Article.BodyMaxLength)
        {
            throw new PageRefusedException($"Nội dung dài hơn {Article.BodyMaxLength} ký tự. Hãy xem lại bộ chọn “body”, hoặc chia bài.");
        }

        if (WrittenBody.Lines(kept).Length == 0 && !kept.Contains("<img", StringComparison.Ordinal))
        {
            throw new PageRefusedException("Bài không có nội dung. Hãy xem lại bộ chọn “body” và “drop”.");
        }

        foreach (var (name, said, max) in new[] { ("Tác giả", old.Author, Article.NameMaxLength), ("Nguồn", old.Source, Article.NameMaxLength), ("Chữ viết tắt", old.Initials, Article.InitialsMaxLength) })
        {
            if (said?.Length > max)
            {
                throw new PageRefusedException($"{name} dài hơn {max} ký tự. Hãy xem lại mục này trong bản đồ.");
            }
        }
    }

    private static List<Guid> Categories(OldArticle old, OldPortalWork work)
    {
        var found = old.Categories.Select(word => work.Categories.GetValueOrDefault(SearchText.Fold(word))).OfType<Sites.Category>().Select(category => category.Id).Distinct().ToList();
        if (found.Count > 0)
        {
            return found;
        }

        return work.Categories.TryGetValue("", out var other)
            ? [other.Id]
            : throw new PageRefusedException(old.Categories.Count == 0
                ? "Không thấy chuyên mục trên trang. Hãy xem lại bộ chọn “category”, hoặc thêm --category."
                : $"Chuyên mục “{Cut(string.Join("”, “", old.Categories), 200)}” chưa có trong bảng “categories” của bản đồ.");
    }

    /// <returns>The old addresses that lead to it now.</returns>
    private async Task<HashSet<string>> SaveAsync(
        OldPortalWork work, PlannedPage page, Article? article, BroughtArticle? brought, (ArticleContent Content, DateOnly? PublishedOn) said, PageSurroundings surroundings, Actor by, CancellationToken cancellationToken)
    {
        if (article is null)
        {
            article = new Article(page.ArticleId, page.Slug, ArticleKind.News, ArticleStatus.Published, by, Now);
            db.Add(article);
        }

        db.Add(article.Import(said.Content, said.PublishedOn, by, Now, page.Chief.Written));
        if (brought is null)
        {
            brought = new BroughtArticle(article.Id, work.Order.Site, page.Chief.Key);
            db.Add(brought);
        }

        brought.Came(article.LatestVersion, Now);
        db.AddRange(surroundings.Taken);
        var added = new HashSet<string>(StringComparer.Ordinal);
        var own = OldAddress.KeysOf(page.NewAddress);
        foreach (var address in page.Addresses.Where(address => !own.Contains(address.Key)))
        {
            Lead(address)?.ToArticle(article.Id);
        }

        foreach (var (file, place) in surroundings.Brought)
        {
            foreach (var address in work.Mirror.AddressesOf(file))
            {
                Lead(address)?.ToPlace(place.Url);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return added;

        MovedAddress? Lead(OldAddress address)
        {
            if (_led.Contains(address.Key) || !added.Add(address.Key))
            {
                return null;
            }

            var moved = new MovedAddress(Guid.CreateVersion7(clock.GetUtcNow()), work.Order.Site, address, MovedFrom.Import, Now);
            db.Add(moved);
            return moved;
        }
    }

    private static string Cut(string words, int max) => words.Length <= max ? words : words[..max];
}
