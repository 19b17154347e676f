using System.ComponentModel.DataAnnotations;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Pages.Papers.Office;

/// <summary>A page that shows <c>_RecordForm</c>.</summary>
internal interface IRecordForm
{
    RecordInput Input { get; }
}

/// <summary>What is known of a paper that was not numbered here: of an earlier year, or of another body.</summary>
internal sealed class RecordInput
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Loại văn bản")]
    [Required(ErrorMessage = "Chọn loại văn bản")]
    [EnumDataType(typeof(PaperKind), ErrorMessage = "Chọn loại văn bản")]
    public PaperKind? Kind { get; set; }

    [Display(Name = "Số, ký hiệu")]
    [StringLength(Paper.NumberMaxLength, ErrorMessage = TooLong)]
    public string? Number { get; set; }

    [Display(Name = "Trích yếu")]
    [Required(ErrorMessage = "Nhập trích yếu")]
    [StringLength(Paper.TitleMaxLength, ErrorMessage = TooLong)]
    public string? Title { get; set; }

    /// <summary>Null: the person's own organisation.</summary>
    [Display(Name = "Cơ quan ban hành khác")]
    [StringLength(Paper.IssuedByTextMaxLength, ErrorMessage = TooLong)]
    public string? IssuedByText { get; set; }

    [Display(Name = "Ngày ký")]
    public DateOnly? SignedOn { get; set; }

    [Display(Name = "Năm ký")]
    [Range(1945, 2999, ErrorMessage = "Năm ký gồm bốn chữ số")]
    public int? SignedYear { get; set; }

    [Display(Name = "Nguồn")]
    [StringLength(Paper.SourceMaxLength, ErrorMessage = TooLong)]
    public string? Source { get; set; }

    [Display(Name = "Công khai")]
    public bool IsPublic { get; set; }

    public static RecordInput Of(Paper paper) => new()
    {
        Kind = paper.Kind,
        Number = paper.Number,
        Title = paper.Title,
        IssuedByText = paper.IssuedByText,
        SignedOn = paper.SignedOn.Precision == Precision.Day ? paper.SignedOn.From : null,
        SignedYear = paper.SignedOn.Precision == Precision.Year ? paper.SignedOn.From?.Year : null,
        Source = paper.Source,
        IsPublic = paper.IsPublic,
    };

    /// <param name="before">What stood there: a time known to the month or as a stage stays where neither a day nor a year is typed.</param>
    public PaperContent Content(Guid own, Paper? before = null) => new()
    {
        Kind = Kind!.Value,
        Number = Said(Number),
        Title = Title!.ReplaceLineEndings(" ").Trim(),
        IssuedById = before is not null && Said(IssuedByText) == before.IssuedByText ? before.IssuedById : Said(IssuedByText) is null ? own : null,
        IssuedByText = Said(IssuedByText),
        SignedOn = SignedOn is { } day ? RecordTime.Day(day)
            : SignedYear is { } year ? RecordTime.Year(year)
            : before?.SignedOn.Precision is Precision.Month or Precision.Stage ? before.SignedOn
            : RecordTime.Unknown,
        EffectiveFrom = before?.EffectiveFrom,
        Source = Said(Source),
        IsPublic = IsPublic,
    };

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
