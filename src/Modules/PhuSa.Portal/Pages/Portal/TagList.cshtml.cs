using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Tags;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>All tags of the site.</summary>
internal sealed class TagListModel(KeptSites sites, KeptTags tags) : PageModel
{
    public SiteTags Tags { get; private set; } = SiteTags.None;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (sites.SiteOf(await sites.DirectoryAsync(cancellationToken), HttpContext) is not { } site)
        {
            return NotFound();
        }

        Tags = await tags.OfAsync(site.Code, cancellationToken);
        return Page();
    }
}
