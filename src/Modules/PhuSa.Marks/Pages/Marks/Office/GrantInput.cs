using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;
using ProductNumber = PhuSa.Marks.Grants.Gtin;

namespace PhuSa.Marks.Pages.Marks.Office;

/// <summary>A form with a paper that is found by its number.</summary>
internal interface IPicksPaper
{
    PaperInput Input { get; }

    /// <summary>The papers of that number among which one is to be picked; empty while the number alone says which it is.</summary>
    IReadOnlyList<PaperFact> PaperChoices { get; }

    /// <summary>The form is about the paper alone.</summary>
    bool MustHavePaper => false;
}

internal class PaperInput
{
    [Display(Name = "Số, ký hiệu văn bản")]
    [StringLength(80, ErrorMessage = GrantForms.TooLong)]
    public string? Number { get; set; }

    /// <summary>Which of several papers with this number.</summary>
    public Guid? Paper { get; set; }
}

/// <summary>What is written of a right, on the form that registers it and on the one that corrects it.</summary>
internal class TermsInput : PaperInput
{
    [Display(Name = "Sản phẩm")]
    [Required(ErrorMessage = "Nhập sản phẩm mang nhãn hiệu")]
    [StringLength(MarkGrant.ProductMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Product { get; set; }

    [Display(Name = "Nhóm sản phẩm")]
    [StringLength(MarkGrant.DetailMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? ProductGroup { get; set; }

    [Display(Name = "Bộ phận sản xuất")]
    [StringLength(MarkGrant.DetailMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Workshop { get; set; }

    [Display(Name = "Đợt trao quyền")]
    [StringLength(MarkGrant.DetailMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Batch { get; set; }

    [Display(Name = "Số giấy chứng nhận")]
    [StringLength(MarkGrant.CertificateMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? CertificateNumber { get; set; }

    [Display(Name = "Mã số mã vạch (GTIN)")]
    [StringLength(20, ErrorMessage = GrantForms.TooLong)]
    public string? Gtin { get; set; }

    [Display(Name = "Ngày trao quyền")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? GivenOn { get; set; }

    [Display(Name = "Đến hết ngày")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? ExpiresOn { get; set; }

    public GrantDetails Details() => new(
        VietnameseText.OnOneLine(ProductGroup), VietnameseText.OnOneLine(Workshop), VietnameseText.OnOneLine(Batch), VietnameseText.OnOneLine(CertificateNumber), ProductNumber.Read(Gtin));
}

/// <summary>What the forms of this office share.</summary>
internal static class GrantForms
{
    public const string TooLong = "{0} dài tối đa {1} ký tự";
    public const string FirstDay = "1990-01-01";
    public const string LastDay = "2100-12-31";
    public const string OutsideDays = "{0} cần có năm từ 1990 đến 2100";

    public static string? Block(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : VietnameseText.Normalize(typed.ReplaceLineEndings("\n").Trim());

    /// <summary>Says where a typed number is no paper's, or several have it and none was picked.</summary>
    public static PickedPaper Told(this PickedPaper picked, PaperInput input, ModelStateDictionary state, Texts text) =>
        picked.Told(input, state, text, "Không có văn bản nào đã ký mang số này trong sổ văn bản. Ghi văn bản vào sổ trước, hoặc để trống ô này.");

    /// <summary>The same where the form is about the paper alone.</summary>
    public static PickedPaper MustBeTold(this PickedPaper picked, PaperInput input, ModelStateDictionary state, Texts text)
    {
        picked.Told(input, state, text, "Không có văn bản nào đã ký mang số này trong sổ văn bản. Ghi văn bản vào sổ trước rồi ghi ở đây.");
        if (picked.Paper is null && state.IsValid)
        {
            state.AddModelError("Input.Number", text["Nhập số, ký hiệu văn bản"]);
        }

        return picked;
    }

    public static void CheckTerms(this TermsInput input, RecordTime givenBefore, ModelStateDictionary state, Texts text)
    {
        if (!string.IsNullOrWhiteSpace(input.Gtin) && ProductNumber.Read(input.Gtin) is null)
        {
            state.AddModelError("Input.Gtin", text["Mã số mã vạch gồm 8, 12, 13 hoặc 14 chữ số và chữ số cuối phải khớp. So lại với dãy số dưới mã vạch."]);
        }

        if (input.ExpiresOn < (input.GivenOn ?? givenBefore.From))
        {
            state.AddModelError("Input.ExpiresOn", text["Ngày hết hạn không được sớm hơn ngày trao quyền."]);
        }
    }

    private static PickedPaper Told(this PickedPaper picked, PaperInput input, ModelStateDictionary state, Texts text, string unknown)
    {
        if (picked.Paper is null && VietnameseText.OnOneLine(input.Number) is not null)
        {
            state.AddModelError(picked.Choices.Count == 0 ? "Input.Number" : "Input.Paper", picked.Choices.Count == 0 ? text[unknown] : text["Có {0} văn bản mang số này. Chọn đúng một văn bản.", picked.Choices.Count]);
        }

        return picked;
    }
}
