using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Web.TagHelpers;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Lists;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>The news of one category, a page at a time.</summary>
internal sealed class CategoryListModel(KeptSites sites, News news, NewsPictures pictures, Libraries libraries) : PageModel
{
    public const int Size = 20;

    [BindProperty(Name = PagingTagHelper.Parameter, SupportsGet = true)]
    public int Number { get; set; } = 1;

    public Category Category { get; private set; } = null!;

    public NewsPage List { get; private set; } = null!;

    /// <summary>What stands in the category and is no news; on the first page.</summary>
    public IReadOnlyList<ListedArticle> Pages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (sites.SiteOf(directory, HttpContext) is not { } site || directory.Category(site.Code, slug) is not { } category || !ModelState.IsValid || Number is < 1 or > int.MaxValue / Size)
        {
            return NotFound();
        }

        Category = category;
        List = await pictures.WithAsync(await news.OfAsync(category, (Number - 1) * Size, Size, cancellationToken), cancellationToken);
        Pages = Number == 1 ? await libraries.OfAsync([category.Id], [.. ArticleKindWords.All.Skip(1)], cancellationToken) : [];
        return Number > PagingTagHelper.Pages(List.Count, Size) ? NotFound() : Page();
    }
}
