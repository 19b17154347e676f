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
internal abstract class MergedPage(MergeRecords records, RegistryDesk desk, Texts text) : PageModel
{
    [BindProperty]
    public UndoInput Input { get; set; } = new();

    /// <summary>What the form was begun from.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>Of the merge and the one that stayed as they stand on the page.</summary>
    public string? ShownStamp { get; private set; }

    public FileMerge Merge { get; private set; } = null!;

    public MergeNotes Notes { get; private set; } = null!;

    /// <summary>Records that came after the merge: they stay.</summary>
    public IReadOnlyList<MergedReference> Since { get; private set; } = [];

    public IReadOnlyList<FileItem> Changed { get; private set; } = [];

    /// <summary>The list that both stand in.</summary>
    public abstract string Home { get; }

    /// <summary>Vietnamese, a key of the module's English table.</summary>
    public abstract string HomeName { get; }

    /// <summary>Whether files of the register are meant; otherwise organisations without one.</summary>
    protected abstract bool IsOfFiles { get; }

    protected RegistryDesk Desk { get; } = desk;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await IsFoundAsync(id, cancellationToken))
        {
            return Page();
        }

        return await records.FindAsync(id, cancellationToken) is null ? NotFound() : RedirectPermanent($"{(IsOfFiles ? OrganisationMergeDesk.Address : MergeDesk.Address)}/{id}");
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

        if (Stamp != ShownStamp)
        {
            return Stale();
        }

        try
        {
            await UndoAsync(Input.Why!.Trim(), cancellationToken);
            return Redirect($"{Home}/{Merge.GoneCode}");
        }
        catch (Exception failure) when (failure is RefusedException or DbUpdateException)
        {
            // What was not saved must not stand on the page as if it were so.
            Desk.Forget();
            if (!await IsFoundAsync(id, cancellationToken) || failure is DbUpdateException)
            {
                return Stale();
            }

            throw;
        }
    }

    /// <returns>The version and the values of the one that stayed; null where it went into another.</returns>
    protected abstract Task<(int Version, FileValues Values)?> StandsAsync(CancellationToken cancellationToken);

    protected abstract Task UndoAsync(string why, CancellationToken cancellationToken);

    private PageResult Stale()
    {
        ModelState.AddModelError(string.Empty, text["Lần gộp hoặc hồ sơ này vừa được người khác thay đổi. Hãy xem lại rồi tách."]);
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    private async Task<bool> IsFoundAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await records.FindAsync(id, cancellationToken) is not { } merge || await records.IsOfFilesAsync(merge, cancellationToken) != IsOfFiles)
        {
            return false;
        }

        (Merge, Notes) = (merge, merge.Notes);
        var kept = merge.IsUndone ? null : await StandsAsync(cancellationToken);
        Since = merge.IsUndone ? [] : await records.SinceAsync(merge, cancellationToken);
        Changed = kept is { } stands ? MergeRecords.ChangedSince(merge, stands.Values) : [];
        ShownStamp = MergeRecords.StampOf(merge, kept, Since);
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
