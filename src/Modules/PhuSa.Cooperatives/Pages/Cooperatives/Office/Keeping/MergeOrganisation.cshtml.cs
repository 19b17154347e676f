using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>Makes one of two organisations without a file: an agency, an enterprise or an association that was entered twice.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MergeOrganisationModel(OrganisationMergeDesk merging, RegistryDesk desk, Texts text) : MergePage
{
    public OrganisationRow Kept { get; private set; } = null!;

    /// <summary>The one that goes into it; null until one is chosen.</summary>
    public OrganisationRow? Gone { get; private set; }

    public IReadOnlyList<OrganisationRow> Candidates { get; private set; } = [];

    public override string OtherCode => Gone!.Code;

    public override FileValues Own => OrganisationMergeDesk.ValuesOf(Kept);

    public override FileValues Others => OrganisationMergeDesk.ValuesOf(Gone!);

    public string Address => $"{OrganisationRow.OfficeAddress}/{Kept.Code}";

    public async Task<IActionResult> OnGetAsync(string code, [FromQuery(Name = "voi")] string? other, CancellationToken cancellationToken)
    {
        if (await merging.FindAsync(code, cancellationToken) is not { } kept)
        {
            return await merging.ElsewhereAsync(code, cancellationToken) is { } address ? RedirectPermanent(address) : NotFound();
        }

        if (OrganisationMergeDesk.IsOfRegister(kept))
        {
            return Redirect(await merging.RegisterAddressAsync(kept, cancellationToken));
        }

        Kept = kept;
        if (other?.Trim() is { Length: > 0 } typed)
        {
            Gone = await merging.FindAsync(typed, cancellationToken);
            if (Gone is null || Gone.Id == kept.Id)
            {
                Gone = null;
                RefuseOther(text["Không có tổ chức nào khác mang mã “{0}”", typed]);
            }
            else if (OrganisationMergeDesk.IsOfRegister(Gone))
            {
                Gone = null;
                RefuseOther(text["“{0}” thuộc loại hình có hồ sơ riêng: chỉ gộp được ở sổ hợp tác xã, với hồ sơ cùng loại hình", typed]);
            }
        }

        await ReadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (await merging.FindAsync(code, cancellationToken) is not { } kept)
        {
            return await merging.ElsewhereAsync(code, cancellationToken) is { } address ? Redirect(address) : NotFound();
        }

        Kept = kept;
        Gone = Input.Other is { } other ? await merging.FindAsync(other, cancellationToken) : null;
        await ReadAsync(cancellationToken);
        if (Gone is null)
        {
            throw new RefusedException("Tổ chức kia không còn riêng trong danh sách. Hãy xem lại danh sách.");
        }

        if (!ModelState.IsValid)
        {
            return Told(StatusCodes.Status422UnprocessableEntity);
        }

        if (Stamp != ShownStamp)
        {
            return Stale();
        }

        try
        {
            await merging.MergeAsync(Kept, Gone, Choice, desk.By, cancellationToken);
            return Redirect(Address);
        }
        catch (DbUpdateException)
        {
            desk.Forget();
            if (await merging.FindAsync(code, cancellationToken) is not { } again || await merging.FindAsync(Gone.Code, cancellationToken) is not { } otherAgain)
            {
                throw new RefusedException("Một trong hai tổ chức vừa được gộp rồi. Hãy xem lại danh sách.");
            }

            (Kept, Gone) = (again, otherAgain);
            await ReadAsync(cancellationToken);
            return Stale();
        }
    }

    private PageResult Stale() => Told(StatusCodes.Status409Conflict, text["Một trong hai tổ chức vừa được sửa. Hãy xem lại các giá trị rồi gộp."]);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (Gone is not null)
        {
            ShownStamp = OrganisationMergeDesk.StampOf(Kept, Gone);
            return;
        }

        Candidates = await merging.AlikeAsync(Kept, cancellationToken);
    }
}
