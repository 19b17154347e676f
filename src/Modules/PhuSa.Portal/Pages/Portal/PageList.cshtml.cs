using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Lists;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>The pages of a site that tell of the body itself.</summary>
internal sealed class PageListModel(KeptSites sites, Libraries libraries) : PageModel
{
    public IReadOnlyList<SiteLink> Pages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (sites.SiteOf(directory, HttpContext) is not { } site)
        {
            return NotFound();
        }

        Pages = [.. (await libraries.OfAsync(Libraries.CategoriesOf(directory, site.Code), [ArticleKind.Page, ArticleKind.Directory], cancellationToken)).Select(page => new SiteLink(page.Title, page.Url))];
        return Page();
    }
}
