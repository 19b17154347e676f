using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Office.Filters;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Office.Pages.Office.Filters;

/// <summary>Keeps the list a person looks at under a name, and shows all they kept.</summary>
internal sealed class IndexModel(FilterBook book, ISignedIn signedIn, Texts text) : PageModel
{
    public IReadOnlyList<SavedFilter> Kept { get; private set; } = [];

    [BindProperty]
    public FilterInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Kept = await book.MineAsync(path: null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Kept = await book.MineAsync(path: null, cancellationToken);
        if (Input.Url is not null && !(LocalAddress.Is(Input.Url) && Input.Url.StartsWith(PersonalPlaces.Office, StringComparison.Ordinal)))
        {
            ModelState.AddModelError("Input.Url", text["Chỉ lưu được danh sách của văn phòng. Hãy mở danh sách cần lưu rồi bấm lưu ở đó."]);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await book.KeepAsync(signedIn.Person!.PersonId, Input.Name!.Trim(), Input.Url!, cancellationToken);
        return Redirect(LocalAddress.Encoded(Input.Url!));
    }
}

internal sealed class FilterInput
{
    [Display(Name = "Tên bộ lọc")]
    [Required(ErrorMessage = "Nhập tên bộ lọc")]
    [StringLength(KeptFilter.NameMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Name { get; set; }

    [Display(Name = "Địa chỉ danh sách")]
    [Required(ErrorMessage = "Nhập địa chỉ của danh sách")]
    [StringLength(KeptFilter.UrlMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Url { get; set; }
}
