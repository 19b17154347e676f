using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Office;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>A merge: what came over, what came later, and the way back.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MergedModel(RegistryDesk desk, MergeDesk merging, Texts text) : PageModel
{
    [BindProperty]
    public UndoInput Input { get; set; } = new();

    /// <summary>What the form was begun from.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>Of the merge and the file that stayed as they stand on the page.</summary>
    public string? ShownStamp { get; private set; }

    public FileMerge Merge { get; private set; } = null!;

    public MergeNotes Notes { get; private set; } = null!;

    /// <summary>Records that came after the merge: they stay.</summary>
    public IReadOnlyList<MergedReference> Since { get; private set; } = [];

    public IReadOnlyList<FileItem> Changed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await IsFoundAsync(id, cancellationToken) ? Page() : NotFound();

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

        if (Stamp != ShownStamp)
        {
            return Stale();
        }

        try
        {
            await merging.UndoAsync(Merge, Input.Why!.Trim(), cancellationToken);
            return Redirect($"{RegistryRights.Address}/{Merge.GoneCode}");
        }
        catch (Exception failure) when (failure is RefusedException or DbUpdateException)
        {
            // What was not saved must not stand on the page as if it were so.
            desk.Forget();
            if (!await IsFoundAsync(id, cancellationToken) || failure is DbUpdateException)
            {
                return Stale();
            }

            throw;
        }
    }

    private PageResult Stale()
    {
        ModelState.AddModelError(string.Empty, text["Lần gộp hoặc hồ sơ này vừa được người khác thay đổi. Hãy xem lại rồi tách."]);
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    private async Task<bool> IsFoundAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await merging.FindAsync(id, cancellationToken) is not { } merge)
        {
            return false;
        }

        (Merge, Notes) = (merge, merge.Notes);
        var kept = merge.IsUndone ? null : await desk.FindAsync(merge.KeptCode, cancellationToken);
        Since = merge.IsUndone ? [] : await merging.SinceAsync(merge, cancellationToken);
        Changed = kept is null ? [] : MergeDesk.ChangedSince(merge, kept);
        ShownStamp = MergeDesk.StampOf(merge, kept, Since);
        return true;
    }
}

internal sealed class UndoInput
{
    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do tách")]
    [StringLength(FileMerge.WhyMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Why { get; set; }
}
