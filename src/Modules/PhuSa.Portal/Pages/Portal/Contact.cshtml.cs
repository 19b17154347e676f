using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles.Lists;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>Where the body is, whom to call, how to write to it.</summary>
internal sealed class ContactModel(KeptSites sites, Libraries libraries, Texts text) : PageModel
{
    public SiteFrame Frame { get; private set; } = null!;

    /// <summary>Officials' contacts, procedures and the like, where the site has any.</summary>
    public IReadOnlyList<SiteLink> Lists { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (sites.SiteOf(directory, HttpContext) is not { } site)
        {
            return NotFound();
        }

        Frame = await sites.OfAsync(HttpContext, cancellationToken);
        Lists = [.. (await libraries.FilledAsync(directory, site.Code, cancellationToken)).Select(list => new SiteLink(text[list.Name], list.Url))];
        return Page();
    }
}
