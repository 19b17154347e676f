using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>A page that shows <c>_SignForm</c>.</summary>
internal interface ISignForm
{
    SignInput Input { get; }
}

/// <summary>Writes down who signed, in whose name and when.</summary>
internal sealed class SignModel(PaperDesk desk, Texts text) : PaperMovePage(desk, PaperAction.Sign), ISignForm
{
    [BindProperty]
    public SignInput Input { get; set; } = new();

    /// <summary>The same person signs most papers: the last signature of the book stands in the form.</summary>
    protected override async Task FillAsync(CancellationToken cancellationToken)
    {
        var last = await Desk.Db.Set<Paper>().AsNoTracking().Where(p => p.BookId == Paper.BookId && p.SignedBy != null)
            .OrderByDescending(p => p.BookYear).ThenByDescending(p => p.BookNumber)
            .Select(p => new { p.SignedBy, p.SignedFor, p.SignerPosition, p.SignerName })
            .FirstOrDefaultAsync(cancellationToken);
        // A number of the last year is signed in that year.
        Input = new() { Day = Paper.BookYear is { } year && year < Today.Year ? new DateOnly(year, 12, 31) : Today, Authority = last?.SignedBy ?? SigningAuthority.Head, For = last?.SignedFor, Position = last?.SignerPosition, Name = last?.SignerName };
    }

    protected override void Check()
    {
        if (Input.LacksFor)
        {
            ModelState.AddModelError("Input.For", text[SignInput.ForMissing]);
        }
    }

    protected override Task MoveAsync(CancellationToken cancellationToken)
    {
        Paper.Sign(Input.Signature(), Input.Day!.Value, Today, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}

internal class SignInput
{
    public const string ForMissing = "Nhập tên tập thể hoặc chức vụ được ký thay";

    protected const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Ngày ký")]
    [Required(ErrorMessage = "Nhập ngày ký")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Quyền hạn ký")]
    [Required(ErrorMessage = "Chọn quyền hạn ký")]
    [EnumDataType(typeof(SigningAuthority), ErrorMessage = "Chọn quyền hạn ký")]
    public SigningAuthority? Authority { get; set; }

    [Display(Name = "Ký thay mặt, ký thay ai")]
    [StringLength(PaperSignature.WordsMaxLength, ErrorMessage = TooLong)]
    public string? For { get; set; }

    [Display(Name = "Chức vụ")]
    [Required(ErrorMessage = "Nhập chức vụ người ký")]
    [StringLength(PaperSignature.WordsMaxLength, ErrorMessage = TooLong)]
    public string? Position { get; set; }

    [Display(Name = "Người ký")]
    [Required(ErrorMessage = "Nhập họ tên người ký")]
    [StringLength(PaperSignature.WordsMaxLength, ErrorMessage = TooLong)]
    public string? Name { get; set; }

    public bool LacksFor => Authority is { } authority && PaperSignature.Asks(authority) && string.IsNullOrWhiteSpace(For);

    public PaperSignature Signature() => new(Authority!.Value, For?.Trim(), Position!.Trim(), Name!.Trim());
}
