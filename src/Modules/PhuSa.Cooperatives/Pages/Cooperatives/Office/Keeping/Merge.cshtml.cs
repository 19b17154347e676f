using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>Makes one file of two that are one cooperative: both side by side, value by value.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MergeModel(RegistryDesk desk, MergeDesk merging, Duplicates duplicates, IPlaces places, Texts text) : PageModel
{
    /// <summary>In a choice: the value of the file that goes.</summary>
    public const string OfOther = "kia";

    private IReadOnlyDictionary<Guid, PlaceFact> _units = new Dictionary<Guid, PlaceFact>();

    [BindProperty]
    public MergeInput Input { get; set; } = new();

    [BindProperty]
    public string? Stamp { get; set; }

    /// <summary>Of both files as they stand on the page.</summary>
    public string? ShownStamp { get; private set; }

    public CooperativeFile Kept { get; private set; } = null!;

    /// <summary>The file that goes into it; null until one is chosen.</summary>
    public CooperativeFile? Gone { get; private set; }

    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    public FileValues Own => FileValues.Of(Kept);

    public FileValues Others => FileValues.Of(Gone!);

    /// <summary>What a file says under an item, for people.</summary>
    public string? Words(FileItem item, FileValues values) => item.Key == FileItem.Place ? PlaceOf(values) : item.Words(values);

    public IReadOnlySet<string> Differing => MergeDesk.Differing(Own, Others).Select(item => item.Key).ToHashSet(StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(string code, [FromQuery(Name = "voi")] string? other, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(code, cancellationToken) is not { } kept)
        {
            return await desk.ElsewhereAsync(code, cancellationToken) is { } address ? RedirectPermanent(address) : NotFound();
        }

        Kept = kept;
        if (other?.Trim() is { Length: > 0 } typed)
        {
            Gone = await desk.FindAsync(typed, cancellationToken);
            if (Gone is null || Gone.Cooperative.Id == kept.Cooperative.Id)
            {
                Gone = null;
                ModelState.AddModelError("voi", text["Không có hồ sơ nào khác mang mã “{0}”", typed]);
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            }
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(code, cancellationToken) is not { } kept)
        {
            return await desk.ElsewhereAsync(code, cancellationToken) is { } address ? Redirect(address) : NotFound();
        }

        Kept = kept;
        Gone = Input.Other is { } other ? await desk.FindAsync(other, cancellationToken) : null;
        await ReadAsync(cancellationToken);
        if (Gone is null)
        {
            throw new RefusedException("Hồ sơ kia không còn riêng trong sổ. Hãy xem lại danh sách.");
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (Stamp != MergeDesk.StampOf(Kept, Gone))
        {
            return await StaleAsync(cancellationToken);
        }

        try
        {
            var taken = Input.Take.Where(choice => choice.Value == OfOther).Select(choice => choice.Key).ToHashSet(StringComparer.Ordinal);
            await merging.MergeAsync(Kept, Gone, new MergeChoice(taken, Input.Why!.Trim(), Input.Paper?.Trim() is { Length: > 0 } paper ? paper : null), desk.By, cancellationToken);
            return Redirect(Kept.Address);
        }
        catch (DbUpdateException)
        {
            desk.Forget();
            return await desk.FindAsync(code, cancellationToken) is { } again && await desk.FindAsync(Gone.Cooperative.Code, cancellationToken) is { } otherAgain
                ? await StaleAsync(again, otherAgain, cancellationToken)
                : throw new RefusedException("Một trong hai hồ sơ vừa được gộp rồi. Hãy xem lại danh sách.");
        }
    }

    private string? PlaceOf(FileValues values)
    {
        var unit = values.PlaceId is { } id ? _units.GetValueOrDefault(id)?.FullName : null;
        return values.PlaceText is { } words && unit is not null ? $"{words} ({unit})" : values.PlaceText ?? unit;
    }

    private Task<PageResult> StaleAsync(CancellationToken cancellationToken) => StaleAsync(Kept, Gone!, cancellationToken);

    private async Task<PageResult> StaleAsync(CooperativeFile kept, CooperativeFile gone, CancellationToken cancellationToken)
    {
        (Kept, Gone) = (kept, gone);
        await ReadAsync(cancellationToken);
        ModelState.AddModelError(string.Empty, text["Một trong hai hồ sơ vừa được sửa. Hãy xem lại các giá trị rồi gộp."]);
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (Gone is not null)
        {
            ShownStamp = MergeDesk.StampOf(Kept, Gone);
            _units = await places.OfAsync(new[] { Own.PlaceId, Others.PlaceId }.OfType<Guid>(), cancellationToken);
            return;
        }

        var found = await duplicates.OfAsync(new Sought(Kept.Organisation.Name, Kept.Cooperative.PlaceText, Kept.Cooperative.RegistrationNumber, Kept.Contact?.Phone), cancellationToken);
        Candidates = [.. found.Where(candidate => candidate.Code != Kept.Cooperative.Code)];
    }
}

internal sealed class MergeInput
{
    public string? Other { get; set; }

    /// <summary>By the key of an item in which both differ.</summary>
    public Dictionary<string, string?> Take { get; set; } = [];

    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do: vì sao biết hai hồ sơ là một")]
    [StringLength(FileMerge.WhyMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Why { get; set; }

    [Display(Name = "Giấy tờ")]
    [StringLength(FileMerge.PaperMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Paper { get; set; }
}
