using System.ComponentModel.DataAnnotations;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Papers;

namespace PhuSa.Papers.Pages.Papers.Office;

/// <summary>A page that shows <c>_IncomingForm</c>.</summary>
internal interface IIncomingForm
{
    IncomingInput Input { get; }
}

/// <summary>What the clerk reads off a paper that came in.</summary>
internal sealed class IncomingInput : IValidatableObject
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Ngày đến")]
    [Required(ErrorMessage = "Nhập ngày đến")]
    public DateOnly? ArrivedOn { get; set; }

    [Display(Name = "Loại văn bản")]
    [Required(ErrorMessage = "Chọn loại văn bản")]
    [EnumDataType(typeof(PaperKind), ErrorMessage = "Chọn loại văn bản")]
    public PaperKind? Kind { get; set; }

    [Display(Name = "Số, ký hiệu")]
    [StringLength(Paper.NumberMaxLength, ErrorMessage = TooLong)]
    public string? Number { get; set; }

    [Display(Name = "Ngày trên văn bản")]
    public DateOnly? DatedOn { get; set; }

    [Display(Name = "Nơi gửi")]
    [Required(ErrorMessage = "Nhập nơi gửi")]
    [StringLength(IncomingPaper.FromMaxLength, ErrorMessage = TooLong)]
    public string? From { get; set; }

    [Display(Name = "Trích yếu")]
    [Required(ErrorMessage = "Nhập trích yếu")]
    [StringLength(Paper.TitleMaxLength, ErrorMessage = TooLong)]
    public string? Title { get; set; }

    [Display(Name = "Hạn trả lời")]
    public DateOnly? DueOn { get; set; }

    public static IncomingInput Of(IncomingPaper paper) => new()
    {
        ArrivedOn = paper.ArrivedOn,
        Kind = paper.Kind,
        Number = paper.Number,
        DatedOn = paper.DatedOn,
        From = paper.From,
        Title = paper.Title,
        DueOn = paper.DueOn,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ArrivedOn?.Year < IncomingPaper.FirstYear)
        {
            yield return new ValidationResult("Ngày đến không thể trước năm 1945", [nameof(ArrivedOn)]);
        }

        if (DueOn < ArrivedOn)
        {
            yield return new ValidationResult("Hạn trả lời không thể trước ngày đến", [nameof(DueOn)]);
        }
    }

    public IncomingSheet Sheet() => new(Kind!.Value, Said(Number), DatedOn, From!.Trim(), Title!.ReplaceLineEndings(" ").Trim(), ArrivedOn!.Value, DueOn);

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
