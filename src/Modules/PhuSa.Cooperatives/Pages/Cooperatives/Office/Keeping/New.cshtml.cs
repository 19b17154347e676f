using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>Registers a cooperative, after a look at those that may be the same.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewModel(RegistryDesk desk, Duplicates duplicates, Texts text) : PageModel
{
    [BindProperty]
    public NewInput Input { get; set; } = new();

    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    /// <summary>Organisations on record that have no file yet: it is begun for one of them, not beside it.</summary>
    public IReadOnlyList<OrganisationRow> WithoutFile { get; private set; } = [];

    public void OnGet() => Input = new NewInput { Key = Guid.CreateVersion7(), Kind = OrganisationKind.Cooperative };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var phone = Read();
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var key = Input.Key!.Value;
        if (await desk.CodeOfAsync(key, cancellationToken) is { } known)
        {
            // The same form sent twice: it has registered one already.
            return Redirect($"{RegistryRights.Address}/{known}");
        }

        string[] names = [VietnameseText.Normalize(VietnameseText.OnOneLine(Input.Name)!), .. new[] { VietnameseText.OnOneLine(Input.ShortName) }.OfType<string>()];
        Candidates = await duplicates.OfAsync(Sought.Typed(names, VietnameseText.OnOneLine(Input.PlaceText), VietnameseText.OnOneLine(Input.Number), phone), cancellationToken);
        WithoutFile = await duplicates.WithoutFileAsync(names, cancellationToken);
        if (await IsNumberTakenAsync(cancellationToken))
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (Input.AskFor([.. Candidates.Select(candidate => candidate.Code), .. WithoutFile.Select(row => row.Code)], ModelState, text["Xem {0} hồ sơ có thể trùng, rồi xác nhận đây là hợp tác xã khác", Candidates.Count + WithoutFile.Count]) is { } asked)
        {
            return asked;
        }

        try
        {
            var content = new CooperativeContent { RegistrationNumber = VietnameseText.OnOneLine(Input.Number), PlaceText = VietnameseText.OnOneLine(Input.PlaceText), Source = VietnameseText.OnOneLine(Input.Source) };
            var code = await desk.OpenAsync(key, Input.Kind!.Value, VietnameseText.Normalize(VietnameseText.OnOneLine(Input.Name)!), VietnameseText.OnOneLine(Input.ShortName), content, phone, cancellationToken);
            return Redirect($"{RegistryRights.Address}/{code}");
        }
        catch (DbUpdateException)
        {
            // The same form at the same moment, or another of the same name.
            desk.Forget();
            if (await desk.CodeOfAsync(key, cancellationToken) is { } made)
            {
                return Redirect($"{RegistryRights.Address}/{made}");
            }

            if (!await IsNumberTakenAsync(cancellationToken))
            {
                ModelState.AddModelError(string.Empty, text["Vừa có người khác ghi một hợp tác xã cùng tên. Hãy gửi lại để xem."]);
            }

            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }
    }

    /// <summary>One number is of one file; which of the two is wrong must be found out first.</summary>
    private async Task<bool> IsNumberTakenAsync(CancellationToken cancellationToken)
    {
        if (VietnameseText.OnOneLine(Input.Number) is not { } number
            || await desk.Db.Set<Cooperative>().WithNumber(number, formerToo: false).OrderBy(c => c.Code).Select(c => c.Code).FirstOrDefaultAsync(cancellationToken) is not { } holder)
        {
            return false;
        }

        ModelState.AddModelError("Input.Number", text["Số này đang ghi ở hồ sơ {0}.", holder]);
        return true;
    }

    /// <returns>The telephone as it is kept.</returns>
    private string? Read()
    {
        if (Input.Kind is { } kind && !RegistryKinds.All.Contains(kind))
        {
            ModelState.AddModelError("Input.Kind", text["Chọn loại hình trong danh sách"]);
        }

        string? phone = null;
        if (VietnameseText.OnOneLine(Input.Phone) is { } typed && !PhoneWords.TryRead(typed, out phone))
        {
            ModelState.AddModelError("Input.Phone", text["Số điện thoại không đúng. Ghi như 0912 345 678."]);
        }

        return phone;
    }
}

internal sealed class NewInput : ILookedAt
{
    /// <summary>Of the one form that was opened; it becomes the record's id.</summary>
    [Required(ErrorMessage = "Mở lại trang rồi nhập lại")]
    public Guid? Key { get; set; }

    [Display(Name = "Loại hình")]
    [Required(ErrorMessage = "Chọn loại hình trong danh sách")]
    [EnumDataType(typeof(OrganisationKind), ErrorMessage = "Chọn loại hình trong danh sách")]
    public OrganisationKind? Kind { get; set; }

    [Display(Name = "Tên")]
    [Required(ErrorMessage = "Nhập tên, đúng từng chữ như giấy tờ ghi")]
    [StringLength(Cooperative.NameMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Tên gọi ngắn")]
    [StringLength(Cooperative.ShortNameMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? ShortName { get; set; }

    [Display(Name = "Số đăng ký")]
    [StringLength(Cooperative.RegistrationNumberMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Number { get; set; }

    [Display(Name = "Điện thoại")]
    [StringLength(40, ErrorMessage = BaseInput.TooLong)]
    public string? Phone { get; set; }

    [Display(Name = "Nơi, như giấy tờ ghi")]
    [StringLength(Cooperative.PlaceTextMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? PlaceText { get; set; }

    [Display(Name = "Nguồn đã công bố")]
    [StringLength(Cooperative.SourceMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Source { get; set; }

    /// <summary>Codes of the candidates that the page showed.</summary>
    public string? Seen { get; set; }

    [Display(Name = "Đây là hợp tác xã khác")]
    public bool IsAnother { get; set; }
}
