using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>One published question with its answer: what search and a shared link lead to.</summary>
internal sealed class FeedbackQuestionModel(AppDbContext db, KeptSites sites) : PageModel
{
    public PublishedQuestion Item { get; private set; } = null!;

    public string Title => QuestionSearch.TitleOf(Item.Question);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(id, "N", out var asked)
            || sites.SiteOf(await sites.DirectoryAsync(cancellationToken), HttpContext)?.Code is not { } site
            || await PublishedQuestion.On(db, site, asked).SingleOrDefaultAsync(cancellationToken) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        return Page();
    }
}
