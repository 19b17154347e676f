using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Watching;
using PhuSa.Portal.Watching.Freezes;

namespace PhuSa.Portal.Pages.Portal.Office.Watch;

/// <summary>Lets publishing go on.</summary>
internal sealed class LiftModel(AppDbContext db, Freezing freezing, ISignedIn signedIn, TimeProvider clock) : PageModel, IAsksWhy
{
    /// <summary>The freeze as it was shown: a stale form is refused.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public string Address => WatchRights.Office;

    public PublishingFreeze? Freeze { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Freeze = await freezing.HoldingAsync(cancellationToken);
        Version = Freeze?.Version ?? 0;
        return Freeze is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Freeze = await freezing.HoldingAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (Freeze is null)
        {
            throw new RefusedException("Việc đăng bài không còn tạm dừng.");
        }

        db.Entry(Freeze).Property(f => f.Version).OriginalValue = Version;
        Freeze.Lift(Input.Why!.Trim(), signedIn.Person!.AsActor(), clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
        return Redirect(Address);
    }
}
