using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Pages.Papers.Office;

/// <summary>A page that shows <c>_PaperForm</c>.</summary>
internal interface IPaperForm
{
    PaperInput Input { get; }

    IReadOnlyList<PaperBook> Books { get; }
}

/// <summary>What is typed of a paper that the house writes.</summary>
internal sealed class PaperInput
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Sổ cấp số")]
    [Required(ErrorMessage = "Chọn sổ cấp số")]
    public Guid? BookId { get; set; }

    [Display(Name = "Loại văn bản")]
    [Required(ErrorMessage = "Chọn loại văn bản")]
    [EnumDataType(typeof(PaperKind), ErrorMessage = "Chọn loại văn bản")]
    public PaperKind? Kind { get; set; }

    [Display(Name = "Trích yếu")]
    [Required(ErrorMessage = "Nhập trích yếu")]
    [StringLength(Paper.TitleMaxLength, ErrorMessage = TooLong)]
    public string? Title { get; set; }

    [Display(Name = "Ký hiệu đơn vị soạn thảo")]
    [StringLength(PaperSymbol.MaxLength, ErrorMessage = TooLong)]
    [RegularExpression(PaperSymbol.Pattern, MatchTimeoutInMilliseconds = -1, ErrorMessage = "Ký hiệu chỉ gồm chữ, số và gạch nối, không có dấu cách")]
    public string? UnitSymbol { get; set; }

    [Display(Name = "Địa danh")]
    [StringLength(Paper.PlaceMaxLength, ErrorMessage = TooLong)]
    public string? Place { get; set; }

    [Display(Name = "Nội dung")]
    [StringLength(Paper.BodyMaxLength, ErrorMessage = TooLong)]
    public string? Body { get; set; }

    [Display(Name = "Số tiền (đồng)")]
    [Range(0, long.MaxValue, ErrorMessage = "Số tiền không thể âm")]
    public long? Amount { get; set; }

    [Display(Name = "Nơi nhận")]
    [StringLength(Paper.RecipientsMaxLength, ErrorMessage = TooLong)]
    public string? Recipients { get; set; }

    [Display(Name = "Nơi lưu")]
    [StringLength(Paper.FilingMaxLength, ErrorMessage = TooLong)]
    public string? Filing { get; set; }

    [Display(Name = "Ngày có hiệu lực")]
    public DateOnly? EffectiveFrom { get; set; }

    [Display(Name = "Công khai khi phát hành")]
    public bool IsPublic { get; set; }

    public static PaperInput Of(Paper paper) => new()
    {
        BookId = paper.BookId,
        Kind = paper.Kind,
        Title = paper.Title,
        UnitSymbol = paper.UnitSymbol,
        Place = paper.Place,
        Body = paper.Body,
        Amount = paper.Amount,
        Recipients = paper.Recipients,
        Filing = paper.Filing,
        EffectiveFrom = paper.EffectiveFrom,
        IsPublic = paper.IsPublic,
    };

    /// <returns>Null where a field is wrong; the model state says which.</returns>
    public (PaperBook Book, PaperDraft Draft)? Read(IReadOnlyList<PaperBook> books, ModelStateDictionary state, Texts text)
    {
        var book = books.FirstOrDefault(b => b.Id == BookId);
        if (BookId is not null && book is null)
        {
            state.AddModelError("Input.BookId", text["Chọn sổ cấp số"]);
        }
        else if (book is not null && Kind is { } kind && !book.Numbers(kind))
        {
            state.AddModelError("Input.Kind", text["Sổ “{0}” không cấp số cho loại văn bản này.", book.Name]);
        }

        return !state.IsValid ? null : (book!, new()
        {
            Kind = Kind!.Value,
            BookId = book!.Id,
            Title = Title!.Trim(),
            UnitSymbol = PaperWords.SymbolOf(Kind.Value) is null ? Said(UnitSymbol) : null,
            Place = Said(Place),
            Body = Said(Body),
            Amount = Amount,
            Recipients = Said(Recipients),
            Filing = Said(Filing),
            EffectiveFrom = EffectiveFrom,
            IsPublic = IsPublic,
        });
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
