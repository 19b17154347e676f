using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Watching;
using PhuSa.Portal.Watching.Freezes;

namespace PhuSa.Portal.Pages.Portal.Office.Watch;

/// <summary>Stops publishing by hand.</summary>
internal sealed class FreezeModel(AppDbContext db, Freezing freezing, ISignedIn signedIn, TimeProvider clock) : PageModel, IAsksWhy
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    /// <summary>There is no record yet that could have changed.</summary>
    public int Version => 0;

    public string Address => WatchRights.Office;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (await freezing.HoldingAsync(cancellationToken) is not null)
        {
            throw new RefusedException("Việc đăng bài đã đang tạm dừng.");
        }

        db.Add(new PublishingFreeze(Guid.CreateVersion7(clock.GetUtcNow()), Input.Why!.Trim(), signedIn.Person!.AsActor(), clock.GetUtcNow().UtcDateTime));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // An alarm froze it in the same moment; either way it is frozen.
            db.ChangeTracker.Clear();
            if (await freezing.HoldingAsync(cancellationToken) is null)
            {
                throw;
            }
        }

        return Redirect(Address);
    }
}
