using System.ComponentModel.DataAnnotations;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>The names of a site.</summary>
internal sealed class NamesModel(SiteDesk desk, Texts text) : SiteForm<NamesInput>(desk, text)
{
    protected override NamesInput Stored() => new() { Parent = Site.Parent, Name = Site.Name, FullName = Site.FullName };

    protected override IEnumerable<(string Label, string? Words)> Told(NamesInput input) =>
    [
        ("Dòng nhỏ phía trên tên", VietnameseText.OnOneLine(input.Parent)),
        ("Tên ở đầu trang", VietnameseText.OnOneLine(input.Name)),
        ("Tên đầy đủ", VietnameseText.OnOneLine(input.FullName)),
    ];

    protected override void Apply() => Site.Call(VietnameseText.OnOneLine(Input.Parent) ?? "", VietnameseText.OnOneLine(Input.Name)!, VietnameseText.OnOneLine(Input.FullName)!, Site.Contact);
}

internal class NamesInput
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Dòng nhỏ phía trên tên")]
    [StringLength(Site.LineMaxLength, ErrorMessage = TooLong)]
    public string? Parent { get; set; }

    [Display(Name = "Tên ở đầu trang")]
    [Required(ErrorMessage = "Nhập tên ở đầu trang")]
    [StringLength(Site.LineMaxLength, ErrorMessage = TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Tên đầy đủ")]
    [Required(ErrorMessage = "Nhập tên đầy đủ")]
    [StringLength(Site.LineMaxLength, ErrorMessage = TooLong)]
    public string? FullName { get; set; }
}
