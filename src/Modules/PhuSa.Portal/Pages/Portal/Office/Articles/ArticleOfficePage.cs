using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web.Editing;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Revisions;

namespace PhuSa.Portal.Pages.Portal.Office.Articles;

/// <summary>A page about one article, for those who have a right on one of its sites.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class ArticleOfficePage(EditorialDesk desk, Right right) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ArticleInHand Hand { get; protected set; } = null!;

    public string Address => OfficeAddress.Of(Id);

    public string Title => Hand.Content.Text.Title;

    protected EditorialDesk Desk => desk;

    protected async Task<bool> FoundAsync(CancellationToken cancellationToken)
    {
        if (await desk.TakeAsync(Id, right, cancellationToken) is not { } hand)
        {
            return false;
        }

        Hand = hand;
        return true;
    }
}

/// <summary>A page that moves the open revision one step of its flow.</summary>
internal abstract class RevisionMovePage(AppDbContext db, EditorialDesk desk, Right right) : ArticleOfficePage(desk, right), IMovePage, IStepForm
{
    /// <summary>The revision as it was shown: a stale form is refused.</summary>
    [BindProperty]
    public int Version { get; set; }

    protected Revision Revision => Hand.Revision ?? throw new RefusedException("Bài không còn bản sửa nào đang mở.");

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken) || Hand.Revision is not { } revision)
        {
            return NotFound();
        }

        Version = revision.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !IsComplete())
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        db.Entry(Revision).Property(r => r.Version).OriginalValue = Version;
        await MoveAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Redirect(Address);
    }

    public async Task<int?> VersionNowAsync(CancellationToken cancellationToken) => await FoundAsync(cancellationToken) ? Hand.Revision?.Version ?? Version : null;

    /// <summary>What no attribute can check; says it in the model state.</summary>
    protected virtual bool IsComplete() => true;

    protected abstract Task MoveAsync(CancellationToken cancellationToken);
}

/// <summary>A page that moves the open revision one step of its flow and says why.</summary>
internal abstract class ReasonMovePage(AppDbContext db, EditorialDesk desk, Right right) : RevisionMovePage(db, desk, right), IAsksWhy
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    protected string Why => Input.Why!;
}
