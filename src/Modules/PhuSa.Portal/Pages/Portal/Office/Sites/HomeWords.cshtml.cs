using System.ComponentModel.DataAnnotations;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>The words of the home page.</summary>
internal sealed class HomeWordsModel(SiteDesk desk, Texts text) : SiteForm<HomeWordsInput>(desk, text)
{
    protected override HomeWordsInput Stored() => new() { Eyebrow = Site.Eyebrow, Headline = Site.Headline, Lead = Site.Lead, BandTitle = Site.BandTitle };

    protected override IEnumerable<(string Label, string? Words)> Told(HomeWordsInput input) =>
    [
        ("Dòng nhỏ phía trên tiêu đề", VietnameseText.OnOneLine(input.Eyebrow)),
        ("Tiêu đề", VietnameseText.OnOneLine(input.Headline)),
        ("Đoạn mở đầu", VietnameseText.OnOneLine(input.Lead)),
        ("Tên dải số liệu", VietnameseText.OnOneLine(input.BandTitle)),
    ];

    protected override void Apply() => Site.Open(VietnameseText.OnOneLine(Input.Eyebrow), VietnameseText.OnOneLine(Input.Headline)!, VietnameseText.OnOneLine(Input.Lead), VietnameseText.OnOneLine(Input.BandTitle));
}

internal sealed class HomeWordsInput
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Dòng nhỏ phía trên tiêu đề")]
    [StringLength(Site.LineMaxLength, ErrorMessage = TooLong)]
    public string? Eyebrow { get; set; }

    [Display(Name = "Tiêu đề")]
    [Required(ErrorMessage = "Nhập tiêu đề trang chủ")]
    [StringLength(Site.LineMaxLength, ErrorMessage = TooLong)]
    public string? Headline { get; set; }

    [Display(Name = "Đoạn mở đầu")]
    [StringLength(Site.TextMaxLength, ErrorMessage = TooLong)]
    public string? Lead { get; set; }

    [Display(Name = "Tên dải số liệu")]
    [StringLength(Site.LineMaxLength, ErrorMessage = TooLong)]
    public string? BandTitle { get; set; }
}
