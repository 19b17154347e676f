using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>A site and the ways to each of its parts.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowModel(SiteDesk desk, KeptSites sites, IAgencies agencies, ISignedIn signedIn) : PageModel
{
    public Site Site { get; private set; } = null!;

    public SiteDirectory Directory { get; private set; } = SiteDirectory.Empty;

    public bool MayOpen => signedIn.Person!.May(PortalRights.OpenSites);

    /// <summary>Null: nobody's.</summary>
    public string? Owner { get; private set; }

    public int Shown(LinkArea area) => Directory.Links(Site.Code, area).Count();

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(code, cancellationToken) is not { } site)
        {
            return NotFound();
        }

        Site = site;
        Directory = await sites.DirectoryAsync(cancellationToken);
        if (MayOpen && site.OwnerId is { } owner)
        {
            Owner = await agencies.NameOfAsync(owner, cancellationToken);
        }

        return Page();
    }
}
