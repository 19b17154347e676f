using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>One published article, on each site that has a category for it. Each kind has a page of its own, at its own address.</summary>
internal sealed class ArticlePageModel(AppDbContext db, KeptSites sites, ArticleReading reading, News news, ArticleShowing showing, TimeProvider clock) : PageModel
{
    private const int OthersShown = 4;

    public ReadArticle Article { get; private set; } = null!;

    public Category Category { get; private set; } = null!;

    public ShownArticle Shown { get; private set; } = null!;

    /// <summary>The site on which it is read.</summary>
    public SiteFrame Frame { get; private set; } = null!;

    /// <summary>The site where the article is at home, which is who publishes it.</summary>
    public SiteFrame Home { get; private set; } = null!;

    /// <summary>Absolute, on the site where the article is at home.</summary>
    public string Canonical { get; private set; } = "";

    public IReadOnlyList<NewsItem> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var path = Request.Path.Value ?? "";
        var directory = await sites.DirectoryAsync(cancellationToken);
        var article = await reading.FindAsync(slug, clock.GetUtcNow().UtcDateTime, cancellationToken);
        var categories = article?.Categories.Select(directory.Category).OfType<Category>().ToList() ?? [];
        var site = sites.SiteOf(directory, HttpContext);
        if (article is null || categories.Find(category => category.Site == site?.Code) is not { } here)
        {
            return article is not null && categories.Count > 0 && site is not null && await HasLeftAsync(article, directory.EveryCategoryOf(site.Code), cancellationToken)
                ? Redirect(CanonicalOf(directory, categories, article))
                : await MovedAsync(path, slug, site?.Code, directory, cancellationToken);
        }

        if (!path.StartsWith(ArticleAddress.FolderOf(article.Kind) + "/", StringComparison.OrdinalIgnoreCase))
        {
            return RedirectPermanent(article.Address + Request.QueryString);
        }

        (Article, Category) = (article, here);
        Frame = await sites.OfAsync(HttpContext, cancellationToken);
        Home = await sites.FrameOfAsync(categories[0].Site, HttpContext, cancellationToken) ?? Frame;
        Canonical = CanonicalOf(directory, categories, article);
        Shown = await showing.OfAsync(article.Id, article.Kind, article.Content(), article.PublishedOn, here.Title, isLive: true, article.HasChanges, HttpContext, cancellationToken);
        if (article.Kind == ArticleKind.News)
        {
            var newest = await news.NewestAsync(here, OthersShown + 1, cancellationToken);
            Others = [.. newest.Where(item => item.Url != article.Address).Take(OthersShown)];
        }

        return Page();
    }

    private string CanonicalOf(SiteDirectory directory, List<Category> categories, ReadArticle article) =>
        KeptSites.AddressOf(directory, directory.WithCode(categories[0].Site)!, Request) + article.Address;

    /// <summary>Readers saw it on this site before, and it goes on standing on another: they are brought there, for as long as it does.</summary>
    private async Task<bool> HasLeftAsync(ReadArticle article, IEnumerable<Category> categories, CancellationToken cancellationToken)
    {
        var here = categories.Select(category => category.Id).ToList();
        return await db.Set<Revision>().AnyAsync(r => r.ArticleId == article.Id && r.PublishedVersion != null && r.CategoryIds.Any(id => here.Contains(id)), cancellationToken);
    }

    private async Task<IActionResult> MovedAsync(string path, string slug, string? site, SiteDirectory directory, CancellationToken cancellationToken)
    {
        foreach (var before in HttpContext.RequestServices.GetServices<IFormerAddresses>())
        {
            if (await before.NowAsync(path, cancellationToken) is { } address)
            {
                return RedirectPermanent(address);
            }
        }

        return await IsGoneAsync(path, slug, site, directory, cancellationToken) ? StatusCode(StatusCodes.Status410Gone) : NotFound();
    }

    /// <summary>Whoever kept the address of a text that was withdrawn, or is over, is told so, and nothing of what it said; of a draft nobody is told.</summary>
    private async Task<bool> IsGoneAsync(string path, string slug, string? site, SiteDirectory directory, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var gone = await db.Set<Article>().AsNoTracking()
            .Where(a => a.Slug == slug && (a.Status == ArticleStatus.Withdrawn || (a.Status == ArticleStatus.Published && a.ExpiresAt <= now)))
            .Select(a => new { a.Kind, Categories = a.Places.Select(place => place.CategoryId).ToList() })
            .SingleOrDefaultAsync(cancellationToken);
        return gone is not null
            && path.StartsWith(ArticleAddress.FolderOf(gone.Kind) + "/", StringComparison.OrdinalIgnoreCase)
            && gone.Categories.Exists(category => directory.Category(category)?.Site == site);
    }
}
