using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>How much news each month has, from the newest to what has no day.</summary>
internal sealed class ArchiveModel(KeptSites sites, SiteNews news) : PageModel
{
    public IReadOnlyList<NewsMonth> Months { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (sites.SiteOf(directory, HttpContext) is not { } site)
        {
            return NotFound();
        }

        Months = await news.MonthsAsync(directory, site.Code, cancellationToken);
        return Page();
    }
}
