using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Data;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Approving;

/// <summary>Takes a published article away from readers, for good.</summary>
internal sealed class WithdrawModel(AppDbContext db, EditorialDesk desk) : ArticleOfficePage(desk, PublishingRights.Publish), IAsksWhy
{
    /// <summary>The article as it was shown: a stale form is refused.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken) || Hand.Article.Status != ArticleStatus.Published)
        {
            return NotFound();
        }

        Version = Hand.Article.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        db.Entry(Hand.Article).Property(a => a.Version).OriginalValue = Version;
        Hand.Article.Withdraw(Input.Why!, Desk.By, Desk.Now);
        await db.SaveChangesAsync(cancellationToken);
        return Redirect(Address);
    }
}
