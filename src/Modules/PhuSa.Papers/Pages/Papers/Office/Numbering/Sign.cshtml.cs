using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Writes down who signed, in whose name and when.</summary>
internal sealed class SignModel(PaperDesk desk, Texts text) : PaperMovePage(desk, PaperAction.Sign)
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
        Input = new() { Day = Today, Authority = last?.SignedBy ?? SigningAuthority.Head, For = last?.SignedFor, Position = last?.SignerPosition, Name = last?.SignerName };
    }

    protected override void Check()
    {
        if (Input.Authority is { } authority && PaperSignature.Asks(authority) && string.IsNullOrWhiteSpace(Input.For))
        {
            ModelState.AddModelError("Input.For", text["Nhập tên tập thể hoặc chức vụ được ký thay"]);
        }
    }

    protected override Task MoveAsync(CancellationToken cancellationToken)
    {
        Paper.Sign(new(Input.Authority!.Value, Input.For?.Trim(), Input.Position!.Trim(), Input.Name!.Trim()), Input.Day!.Value, Today, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}

internal sealed class SignInput
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";

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
}
