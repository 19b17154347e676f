using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>A site and the ways to each of its parts.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowModel(SiteDesk desk, KeptSites sites) : PageModel
{
    public Site Site { get; private set; } = null!;

    public SiteDirectory Directory { get; private set; } = SiteDirectory.Empty;

    public int Shown(LinkArea area) => Directory.Links(Site.Code, area).Count();

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(code, cancellationToken) is not { } site)
        {
            return NotFound();
        }

        Site = site;
        Directory = await sites.DirectoryAsync(cancellationToken);
        return Page();
    }
}
