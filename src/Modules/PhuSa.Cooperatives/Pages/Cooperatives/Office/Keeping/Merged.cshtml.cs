using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Office;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>A merge: what came over, what came later, and the way back.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MergedModel(RegistryDesk desk, MergeDesk merging) : PageModel
{
    [BindProperty]
    public UndoInput Input { get; set; } = new();

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

        if (Input.Seen != Since.Count)
        {
            throw new RefusedException("Vừa có thêm hồ sơ ghi cho hợp tác xã này. Hãy xem lại rồi tách.");
        }

        await merging.UndoAsync(Merge, Input.Why!.Trim(), cancellationToken);
        return Redirect($"{RegistryRights.Address}/{Merge.GoneCode}");
    }

    private async Task<bool> IsFoundAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await merging.FindAsync(id, cancellationToken) is not { } merge)
        {
            return false;
        }

        (Merge, Notes) = (merge, merge.Notes);
        if (!merge.IsUndone)
        {
            Since = await merging.SinceAsync(merge, cancellationToken);
            Changed = await desk.FindAsync(merge.KeptCode, cancellationToken) is { } kept ? MergeDesk.ChangedSince(merge, kept) : [];
        }

        return true;
    }
}

internal sealed class UndoInput
{
    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do tách")]
    [StringLength(FileMerge.WhyMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Why { get; set; }

    /// <summary>How many records the page named as staying.</summary>
    public int Seen { get; set; }
}
