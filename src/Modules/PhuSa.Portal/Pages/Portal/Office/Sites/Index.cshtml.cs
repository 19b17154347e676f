using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>The sites that one may edit.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(SiteDesk desk, ISignedIn signedIn) : PageModel
{
    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public bool MayOpen => signedIn.Person!.May(PortalRights.OpenSites);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Sites = await desk.MineAsync(cancellationToken);
}
