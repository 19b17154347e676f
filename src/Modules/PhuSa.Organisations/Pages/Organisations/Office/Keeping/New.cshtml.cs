using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Office;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Organisations.Pages.Organisations.Office.Keeping;

/// <summary>Registers an organisation, after a look at those of the same name.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewModel(OrganisationDesk desk, Texts text) : PageModel
{
    [BindProperty]
    public NewInput Input { get; set; } = new();

    public IReadOnlyList<KindWords> Kinds => desk.Kinds;

    public IReadOnlyList<(IReadOnlyList<KindWords> Kinds, string NewAddress)> Elsewhere => desk.Elsewhere;

    public IReadOnlyList<OrganisationRow> Candidates { get; private set; } = [];

    public void OnGet() => Input = new NewInput { Key = Guid.CreateVersion7() };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Input.Kind is { } kind && !Kinds.Any(words => words.Kind == kind))
        {
            ModelState.AddModelError("Input.Kind", text["Chọn loại hình trong danh sách"]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var key = Input.Key!.Value;
        if (await desk.CodeOfAsync(key, cancellationToken) is { } known)
        {
            // The same form sent twice: it has registered one already.
            return Redirect(OrganisationRights.Of(known));
        }

        Candidates = await desk.AlikeAsync(Input.Name!, NameInput.Read(Input.ShortName), cancellationToken);
        if (Input.AskFor([.. Candidates.Select(candidate => candidate.Code)], ModelState, text["Xem {0} tổ chức cùng tên, rồi xác nhận đây là tổ chức khác", Candidates.Count]) is { } asked)
        {
            return asked;
        }

        try
        {
            return Redirect(OrganisationRights.Of(await desk.OpenAsync(key, Input.Kind!.Value, NameInput.Read(Input.Name)!, NameInput.Read(Input.ShortName), cancellationToken)));
        }
        catch (DbUpdateException)
        {
            // The same form at the same moment, or another of the same name.
            desk.Forget();
            if (await desk.CodeOfAsync(key, cancellationToken) is { } made)
            {
                return Redirect(OrganisationRights.Of(made));
            }

            ModelState.AddModelError(string.Empty, text["Vừa có người khác ghi một tổ chức cùng tên. Hãy gửi lại để xem."]);
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }
    }
}

/// <summary>The names of an organisation as they are typed.</summary>
internal class NameInput : IValidatableObject
{
    protected const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Tên")]
    [Required(ErrorMessage = "Nhập tên, đúng từng chữ như giấy tờ ghi")]
    [StringLength(Organisation.NameMaxLength, ErrorMessage = TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Tên gọi ngắn")]
    [StringLength(Organisation.ShortNameMaxLength, ErrorMessage = TooLong)]
    public string? ShortName { get; set; }

    /// <summary>One spelling of one name: other blanks, or letters put together otherwise, are no new name.</summary>
    public static string? Read(string? typed) => VietnameseText.OnOneLine(typed) is { } words ? VietnameseText.Normalize(words) : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsUnreadable(Name))
        {
            yield return new ValidationResult("Tên có ký tự không đọc được; hãy gõ lại", [nameof(Name)]);
        }

        if (IsUnreadable(ShortName))
        {
            yield return new ValidationResult("Tên gọi ngắn có ký tự không đọc được; hãy gõ lại", [nameof(ShortName)]);
        }
    }

    /// <summary>A name without a letter or digit is no name, and no database takes every control character.</summary>
    private static bool IsUnreadable(string? typed) => Read(typed) is { } name && (name.Any(char.IsControl) || SearchText.Fold(name).Length == 0);
}

internal sealed class NewInput : NameInput, ILookedAt
{
    /// <summary>Of the one form that was opened; it becomes the record's id.</summary>
    [Required(ErrorMessage = "Mở lại trang rồi nhập lại")]
    public Guid? Key { get; set; }

    [Display(Name = "Loại hình")]
    [Required(ErrorMessage = "Chọn loại hình trong danh sách")]
    [EnumDataType(typeof(OrganisationKind), ErrorMessage = "Chọn loại hình trong danh sách")]
    public OrganisationKind? Kind { get; set; }

    /// <summary>Codes of the candidates that the page showed.</summary>
    public string? Seen { get; set; }

    [Display(Name = "Đây là tổ chức khác")]
    public bool IsAnother { get; set; }
}
