using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web.TagHelpers;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>Questions and answers that the office published on this site, the newest first.</summary>
internal sealed class FeedbackQuestionsModel(AppDbContext db, KeptSites sites) : PageModel
{
    public const int Size = 10;

    [BindProperty(Name = PagingTagHelper.Parameter, SupportsGet = true)]
    public int Number { get; set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<PublishedQuestion> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (sites.SiteOf(await sites.DirectoryAsync(cancellationToken), HttpContext)?.Code is not { } site || !ModelState.IsValid || Number is < 1 or > int.MaxValue / Size)
        {
            return NotFound();
        }

        var published = PublishedQuestion.On(db, site);
        Count = await published.CountAsync(cancellationToken);
        Items = await published.Skip((Number - 1) * Size).Take(Size).ToListAsync(cancellationToken);
        return Number > PagingTagHelper.Pages(Count, Size) ? NotFound() : Page();
    }
}
