using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Portal.Feeds;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>The home page of either site; what it says is the site's data.</summary>
internal sealed class HomeModel(KeptSites sites, HomeContents contents) : PageModel
{
    /// <summary>Null in an empty house.</summary>
    public HomeContent? Shown { get; private set; }

    public IHtmlContent Data { get; private set; } = HtmlString.Empty;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (sites.SiteOf(directory, HttpContext) is not { } site)
        {
            return;
        }

        Data = StructuredData.Home(await sites.OfAsync(HttpContext, cancellationToken));
        Shown = await contents.OfAsync(directory, site, cancellationToken);
    }
}
