using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Visits;

namespace PhuSa.Portal.Pages.Portal.Office.Statistics;

/// <summary>What the old portals left, one line for each site of the agency.</summary>
internal sealed class OpeningsModel(AppDbContext db, KeptSites sites, ISignedIn signedIn) : PageModel
{
    public IReadOnlyList<(Site Site, OpeningVisits? Opening)> Sites { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var known = await db.Set<OpeningVisits>().AsNoTracking().ToDictionaryAsync(o => o.Site, cancellationToken);
        Sites = [.. OwnSites.Of(await sites.DirectoryAsync(cancellationToken), signedIn.Person!).Select(site => (site, known.GetValueOrDefault(site.Code)))];
    }
}
