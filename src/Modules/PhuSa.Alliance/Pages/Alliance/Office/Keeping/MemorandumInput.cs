using System.ComponentModel.DataAnnotations;
using PhuSa.Alliance.Memoranda;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>What the office writes of a memorandum.</summary>
internal class MemorandumInput
{
    public const string NoDay = "Nhập ngày ký";

    [Display(Name = "Tên bản ghi nhớ")]
    [Required(ErrorMessage = "Nhập tên bản ghi nhớ")]
    [StringLength(Memorandum.TitleMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Title { get; set; }

    [Display(Name = "Các bên khác")]
    [StringLength(Memorandum.OtherPartiesMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? OtherParties { get; set; }

    [Display(Name = "Lĩnh vực")]
    [StringLength(Memorandum.FieldMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Field { get; set; }

    [Display(Name = "Nội dung hợp tác")]
    [StringLength(Memorandum.AboutMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? About { get; set; }

    /// <summary>May stay empty only where tables of earlier years know a month, a year or nothing.</summary>
    [Display(Name = "Ngày ký")]
    [Range(typeof(DateOnly), AllianceInput.FirstDay, AllianceInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = AllianceInput.OutsideDays)]
    public DateOnly? SignedOn { get; set; }

    [Display(Name = "Hết hạn ngày")]
    [Range(typeof(DateOnly), AllianceInput.FirstDay, AllianceInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = AllianceInput.OutsideDays)]
    public DateOnly? EndsOn { get; set; }

    public MemorandumTerms Terms(string? field, string? others) => new(field, EndsOn, others);
}

/// <summary>Its parties are chosen once: between others it is another memorandum.</summary>
internal sealed class NewMemorandumInput : MemorandumInput
{
    [Display(Name = "Bên thứ nhất")]
    [Required(ErrorMessage = "Nhập mã hoặc tên bên thứ nhất")]
    [StringLength(300, ErrorMessage = AllianceInput.TooLong)]
    public string? PartyA { get; set; }

    [Display(Name = "Bên thứ hai")]
    [Required(ErrorMessage = "Nhập mã hoặc tên bên thứ hai")]
    [StringLength(300, ErrorMessage = AllianceInput.TooLong)]
    public string? PartyB { get; set; }
}
