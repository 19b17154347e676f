using System.ComponentModel.DataAnnotations;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;

namespace PhuSa.Papers.Pages.Papers.Office;

/// <summary>A page that shows <c>_BookForm</c>.</summary>
internal interface IBookForm
{
    BookInput Input { get; }
}

/// <summary>What may change of a book.</summary>
internal class BookInput
{
    protected const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Tên sổ")]
    [Required(ErrorMessage = "Nhập tên sổ")]
    [StringLength(PaperBook.NameMaxLength, ErrorMessage = TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Loại văn bản")]
    [Required(ErrorMessage = "Chọn ít nhất một loại văn bản")]
    [MinLength(1, ErrorMessage = "Chọn ít nhất một loại văn bản")]
    public List<PaperKind>? Kinds { get; set; }

    [Display(Name = "Cơ quan chủ quản")]
    [StringLength(PaperBook.NameMaxLength, ErrorMessage = TooLong)]
    public string? GoverningBody { get; set; }

    [Display(Name = "Tên cơ quan in trên văn bản")]
    [StringLength(PaperBook.NameMaxLength, ErrorMessage = TooLong)]
    public string? PrintedName { get; set; }

    public string? Governing => Said(GoverningBody);

    public string? Printed => Said(PrintedName);

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What is said of a book when it is opened, and never changes.</summary>
internal sealed class NewBookInput : BookInput
{
    [Display(Name = "Ký hiệu cơ quan")]
    [Required(ErrorMessage = "Nhập ký hiệu cơ quan")]
    [StringLength(PaperSymbol.MaxLength, ErrorMessage = TooLong)]
    [RegularExpression(PaperSymbol.Pattern, MatchTimeoutInMilliseconds = -1, ErrorMessage = "Ký hiệu chỉ gồm chữ, số và gạch nối, không có dấu cách")]
    public string? Symbol { get; set; }

    [Display(Name = "Văn bản quy phạm pháp luật")]
    public bool IsLegal { get; set; }

    [Display(Name = "Số cuối đã dùng trong năm nay")]
    [Range(0, 99_999, ErrorMessage = "Số cuối đã dùng từ 0 đến 99.999")]
    public int? UsedBefore { get; set; }
}
