using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>One published article, on each site that has a category for it.</summary>
internal sealed class ArticlePageModel(AppDbContext db, KeptSites sites, News news, NamedFigures figures, Texts texts) : PageModel
{
    private const int OthersShown = 4;

    public Article Article { get; private set; } = null!;

    public Category Category { get; private set; } = null!;

    public IHtmlContent Body { get; private set; } = HtmlString.Empty;

    /// <summary>The site on which it is read.</summary>
    public SiteFrame Frame { get; private set; } = null!;

    public bool HasFigures { get; private set; }

    /// <summary>Absolute, on the site where the article is at home.</summary>
    public string Canonical { get; private set; } = "";

    public IReadOnlyList<NewsItem> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        var article = await db.Set<Article>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Slug == slug && a.Status == ArticleStatus.Published, cancellationToken);
        var categories = article?.Places.OrderBy(place => place.Position).Select(place => directory.Category(place.CategoryId)).OfType<Category>().ToList() ?? [];
        var site = sites.SiteOf(directory, HttpContext);
        if (article is null || categories.Find(category => category.Site == site?.Code) is not { } here)
        {
            return NotFound();
        }

        (Article, Category) = (article, here);
        Frame = await sites.OfAsync(HttpContext, cancellationToken);
        Canonical = KeptSites.AddressOf(directory, directory.WithCode(categories[0].Site)!, Request) + $"/bai-viet/{slug}";
        var blocks = ArticleBody.Read(article.Body);
        var reviews = ArticleBody.Reviews(blocks);
        HasFigures = reviews.Count > 0;
        Body = BodyMarkup.Render(blocks, await figures.OfAsync(reviews, cancellationToken), texts);
        var others = await news.OfAsync(here, skip: 0, OthersShown + 1, cancellationToken);
        Others = [.. others.Items.Where(item => item.Url != $"/bai-viet/{slug}").Take(OthersShown)];
        return Page();
    }
}
