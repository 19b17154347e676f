using Microsoft.AspNetCore.Mvc.ModelBinding;
using PhuSa.Marks.Office.Collective;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>What the inputs of collective marks share.</summary>
internal static class CollectiveInput
{
    /// <summary>A name is kept letter for letter, so that nothing unseen may come in with it.</summary>
    public const string NoControls = @"^[^\p{Cc}\p{Co}\p{Cs}]*$";

    public const string HasControls = "{0} có ký tự không nhìn thấy hoặc xuống dòng. Gõ lại thay vì dán.";
}

/// <summary>An organisation that a form names by its code or its full name.</summary>
internal static class OwnerNaming
{
    /// <returns>Null where it is not exactly one, which is told beside the field.</returns>
    public static async Task<OrganisationRow?> FindAsync(CollectiveDesk desk, string? typed, ModelStateDictionary state, Texts text, CancellationToken cancellationToken)
    {
        var found = await desk.Organisations.NamedAsync(typed, cancellationToken);
        if (found is null && VietnameseText.OnOneLine(typed) is not null)
        {
            state.AddModelError("Input.Owner", await desk.Organisations.LikeAsync(typed, cancellationToken) is { } offer
                ? text["Không có đúng một tổ chức mang mã hoặc tên này. Ghi mã hoặc tên đầy đủ của một trong các tổ chức: {0}", offer]
                : text["Không có đúng một tổ chức mang mã hoặc tên này. Mở sổ hợp tác xã để xem mã."]);
        }

        return found;
    }
}
