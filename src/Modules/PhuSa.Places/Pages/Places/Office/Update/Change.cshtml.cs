using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Places.Changes;
using PhuSa.Places.Contracts;
using PhuSa.Places.Office;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Places.Pages.Places.Office.Update;

/// <summary>A line of the table of changes that was never so is withdrawn with the reason, and taken up again.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ChangeModel(PlaceBook book, AppDbContext db, Acting acting, ISignedIn signedIn, TimeProvider clock, Texts text) : PageModel
{
    [BindProperty]
    public ChangeInput Input { get; set; } = new();

    public PlaceChange Change { get; private set; } = null!;

    public PlaceFact Old { get; private set; } = null!;

    public PlaceFact Taker { get; private set; } = null!;

    /// <summary>Somebody else has done it already.</summary>
    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new ChangeInput { Version = Change.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (Input.Withdraws == Change.IsWithdrawn || Input.Version != Change.Version)
        {
            return Stale();
        }

        var (by, why) = (signedIn.Person!.AsActor(), Input.Why!.Trim());
        acting.As(by, why);
        if (Change.IsWithdrawn)
        {
            Change.Restore();
        }
        else
        {
            Change.Withdraw(why, by, clock.GetUtcNow().UtcDateTime);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Redirect($"{PlacesRights.Address}/{Change.OldId}");
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await IsFoundAsync(id, cancellationToken) ? Stale() : NotFound();
        }
    }

    /// <summary>
    /// What the line says now stands on the page; what was typed stays. Where somebody else has just done the same there is nothing more to do: the form
    /// that undoes it is not put before whoever meant to do it.
    /// </summary>
    private PageResult Stale()
    {
        if (Input.Withdraws == Change.IsWithdrawn)
        {
            IsDone = true;
            ModelState.AddModelError(string.Empty, text[Change.IsWithdrawn ? "Dòng này đã được rút trước đó, không cần làm gì thêm." : "Dòng này đã được dùng lại trước đó, không cần làm gì thêm."]);
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        ModelState.Remove("Input.Version");
        Input.Version = Change.Version;
        ModelState.AddModelError(string.Empty, text["Dòng này vừa được người khác thay đổi. Hãy xem lại rồi gửi."]);
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    private async Task<bool> IsFoundAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await book.ChangeAsync(id, cancellationToken) is not { } found)
        {
            return false;
        }

        (Change, Old, Taker) = found;
        return true;
    }
}

internal sealed class ChangeInput
{
    /// <summary>Of the line as the form showed it.</summary>
    public int Version { get; set; }

    /// <summary>What the form was for: the line is withdrawn; else it is used again.</summary>
    public bool Withdraws { get; set; }

    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do: vì sao biết dòng này sai hoặc đúng")]
    [StringLength(PlaceChange.WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Why { get; set; }
}
