using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles.Lists;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>Every list of the site on one page.</summary>
internal sealed class SiteMapModel(KeptSites sites, Libraries libraries, Texts text) : PageModel
{
    public IReadOnlyList<SiteLink> Menu { get; private set; } = [];

    public IReadOnlyList<SiteLink> Categories { get; private set; } = [];

    public IReadOnlyList<SiteLink> Further { get; private set; } = [];

    /// <summary>The other sites of the house.</summary>
    public IReadOnlyList<SiteLink> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (sites.SiteOf(directory, HttpContext) is not { } site)
        {
            return NotFound();
        }

        Menu = directory.FlatMenuOf(site.Code, LinkArea.Menu);
        Categories = [.. directory.CategoriesOf(site.Code).Select(category => new SiteLink(category.Title, category.Url))];
        Further = [.. directory.FlatMenuOf(site.Code, LinkArea.Footer).Where(link => Menu.All(other => other.Url != link.Url))];
        Further = [.. Further, .. (await libraries.FilledAsync(directory, site.Code, cancellationToken)).Select(list => new SiteLink(text[list.Name], list.Url)).Where(link => Menu.Concat(Further).All(other => other.Url != link.Url))];
        Others = [.. directory.Sites.Where(other => other != site).Select(other => new SiteLink(other.FullName, KeptSites.AddressOf(directory, other, Request) + "/"))];
        return Page();
    }
}
