using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;
using PhuSa.Portal.Articles.Body;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Articles;

/// <summary>Published articles of some kinds, on the sites that have a category for them.</summary>
internal abstract class ArticleSearch(AppDbContext db, params ArticleKind[] kinds) : ISearchSource
{
    public abstract string Kind { get; }

    public abstract string Name { get; }

    public IReadOnlyList<SearchFeed> Feeds => [SearchFeed.Own("portal_articles"), new("portal_categories", InCategoriesAsync)];

    public async Task<IReadOnlyList<Guid>> AllIdsAsync(CancellationToken cancellationToken) =>
        await db.Set<Article>().Where(a => a.Status == ArticleStatus.Published && kinds.Contains(a.Kind)).OrderBy(a => a.PublishedOn).ThenBy(a => a.Slug).Select(a => a.Id).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var articles = await db.Set<Article>().AsNoTracking()
            .Where(a => ids.Contains(a.Id) && a.Status == ArticleStatus.Published && kinds.Contains(a.Kind))
            .Select(a => new
            {
                a.Id,
                a.Kind,
                a.Slug,
                Text = new ArticleText(a.Title, a.Summary, a.Body, a.Author, a.Source, a.Initials),
                a.Tags,
                a.Extras,
                a.Facts,
                a.PublishedOn,
                a.ExpiresAt,
                a.Number,
                a.IssuedOn,
                Categories = a.Places.OrderBy(place => place.Position).Select(place => place.CategoryId).ToList(),
            })
            .ToListAsync(cancellationToken);
        var sites = await db.Set<Category>().Select(category => new { category.Id, category.Site }).ToDictionaryAsync(category => category.Id, category => category.Site, cancellationToken);
        return
        [
            .. articles
                .Select(a => (Article: a, Sites: a.Categories.Select(category => sites.GetValueOrDefault(category)).OfType<string>().Distinct(StringComparer.Ordinal).ToList()))
                .Where(a => a.Sites.Count > 0)
                .Select(a => new SearchDocument(
                    a.Article.Id,
                    ArticleAddress.Of(a.Article.Kind, a.Article.Slug),
                    a.Article.Text.Title,
                    SearchBody.Lines(Words(a.Article.Text, ArticleContent.ReadFacts(a.Article.Facts), a.Article.Tags, ArticleContent.ReadExtras(a.Article.Extras))))
                {
                    Detail = a.Article.Number,
                    Day = a.Article.IssuedOn ?? a.Article.PublishedOn,
                    Sites = a.Sites,
                    ShownUntilAt = a.Article.ExpiresAt,
                    Office = new(HouseRights.ReadRecords),
                }),
        ];
    }

    /// <summary>
    /// What the page says, a line to a field. What stands around the text comes last, so that a snippet begins with the text wherever that has the words;
    /// and nothing that the text has said is said again. Figures change, so they are left out.
    /// </summary>
    private static List<string?> Words(ArticleText text, ArticleFacts? facts, IReadOnlyList<string> tags, ArticleExtras extras)
    {
        List<string?> lines = [text.Summary, .. facts?.Words() ?? [], .. BodyMarks.Words(BodyMarks.WithoutFigures(text.Body)).Split('\n')];
        var said = lines.ToHashSet(StringComparer.OrdinalIgnoreCase);
        string?[] around =
        [
            text.Author,
            text.Source,
            text.Initials,
            .. tags,
            .. BodyMarks.Alternatives(text.Body),
            .. extras.Images.SelectMany(image => new[] { image.Caption, image.Alt }),
            .. extras.Attachments.Select(attachment => attachment.Title),
        ];
        lines.AddRange(around.Where(said.Add));
        return lines;
    }

    private async Task<IReadOnlyCollection<Guid>> InCategoriesAsync(IReadOnlyCollection<Guid> categoryIds, CancellationToken cancellationToken) =>
        await db.Set<Article>().Where(a => a.Places.Any(place => categoryIds.Contains(place.CategoryId))).Select(a => a.Id).ToListAsync(cancellationToken);
}

internal sealed class NewsSearch(AppDbContext db) : ArticleSearch(db, ArticleKind.News)
{
    public override string Kind => "bai-viet";

    public override string Name => "Bài viết";
}

internal sealed class PageSearch(AppDbContext db) : ArticleSearch(db, ArticleKind.Page, ArticleKind.Directory)
{
    public override string Kind => "gioi-thieu";

    public override string Name => "Trang giới thiệu";
}

internal sealed class ProcedureSearch(AppDbContext db) : ArticleSearch(db, ArticleKind.Procedure)
{
    public override string Kind => "thu-tuc";

    public override string Name => "Thủ tục hành chính";
}

internal sealed class LegalSearch(AppDbContext db) : ArticleSearch(db, ArticleKind.Legal)
{
    public override string Kind => "van-ban";

    public override string Name => "Văn bản pháp luật";
}
