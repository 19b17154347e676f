using System.ComponentModel.DataAnnotations;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Revisions;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Writing;

/// <summary>The form of an article.</summary>
internal sealed class ArticleInput
{
    public const int TagsMaxLength = 600;
    public const int RelatedMaxLength = 2000;

    /// <summary>Number of the version the form was made from.</summary>
    public int From { get; set; }

    [Display(Name = "Tên bài")]
    [Required(ErrorMessage = "Nhập tên bài")]
    [StringLength(Article.TitleMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Title { get; set; }

    [Display(Name = "Tóm tắt")]
    [StringLength(Article.SummaryMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Summary { get; set; }

    [Display(Name = "Nội dung")]
    [StringLength(Article.BodyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Body { get; set; }

    [Display(Name = "Tác giả")]
    [StringLength(Article.NameMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Author { get; set; }

    [Display(Name = "Nguồn")]
    [StringLength(Article.NameMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Source { get; set; }

    [Display(Name = "Chữ viết tắt")]
    [StringLength(Article.InitialsMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Initials { get; set; }

    [Display(Name = "Ngày diễn ra")]
    [Range(typeof(DateOnly), SensibleDays.First, SensibleDays.Last, ParseLimitsInInvariantCulture = true, ErrorMessage = "{0} cần có năm từ 1900 đến 2100")]
    public DateOnly? EventDay { get; set; }

    [Display(Name = "Hiện đến hết ngày")]
    [Range(typeof(DateOnly), SensibleDays.First, SensibleDays.Last, ParseLimitsInInvariantCulture = true, ErrorMessage = "{0} cần có năm từ 1900 đến 2100")]
    public DateOnly? ExpiresOn { get; set; }

    [Display(Name = "Chuyên mục chính")]
    [Required(ErrorMessage = "Chọn chuyên mục chính")]
    public Guid? Home { get; set; }

    /// <summary>Further categories.</summary>
    public List<Guid> Others { get; set; } = [];

    [Display(Name = "Thẻ")]
    [StringLength(TagsMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Tags { get; set; }

    [Display(Name = "Bài liên quan")]
    [StringLength(RelatedMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Related { get; set; }

    public bool JointApproval { get; set; }

    public bool Minor { get; set; }

    [Display(Name = "Ghi chú thay đổi")]
    [StringLength(Revision.NoteMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? ChangeNote { get; set; }

    public List<ImageInput> Images { get; set; } = [];

    /// <summary>The picture on top.</summary>
    public Guid? Lead { get; set; }

    public List<AttachmentInput> Attachments { get; set; } = [];

    public LegalInput Legal { get; set; } = new();

    public ProcedureInput Procedure { get; set; } = new();

    public DirectoryInput Directory { get; set; } = new();
}

internal sealed class ImageInput
{
    private const int AltMaxLength = 300;
    private const int CaptionMaxLength = 500;

    public Guid FileId { get; set; }

    public bool Use { get; set; }

    [Display(Name = "Chữ thay ảnh")]
    [StringLength(AltMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Alt { get; set; }

    [Display(Name = "Chú thích ảnh")]
    [StringLength(CaptionMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Caption { get; set; }
}

internal sealed class AttachmentInput
{
    private const int TitleMaxLength = 300;

    public Guid FileId { get; set; }

    public bool Use { get; set; }

    [Display(Name = "Tên tệp cho người đọc")]
    [StringLength(TitleMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Title { get; set; }
}

/// <summary>Days that somebody may mean. Another one is a slip of the keyboard, and the last of the calendar has no day after it.</summary>
internal static class SensibleDays
{
    public const string First = "1900-01-01";
    public const string Last = "2100-12-31";
}
