using System.ComponentModel.DataAnnotations;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>The summary of a site in English.</summary>
internal sealed class AbroadModel(SiteDesk desk, Texts text) : SiteForm<AbroadInput>(desk, text)
{
    protected override bool LooksAtEnglish => VietnameseText.OnOneLine(Input.Name) is not null;

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (VietnameseText.OnOneLine(Input.Name) is null && Lines(Input.Summary) is not null)
        {
            Wrong("Input.Name", "Có đoạn giới thiệu thì phải có tên tiếng Anh");
        }

        return Task.CompletedTask;
    }

    protected override AbroadInput Stored() => new() { Name = Site.EnglishName, Summary = Site.EnglishSummary };

    protected override IEnumerable<(string Label, string? Words)> Told(AbroadInput input) =>
        [("Tên tiếng Anh", VietnameseText.OnOneLine(input.Name)), ("Đoạn giới thiệu bằng tiếng Anh", Lines(input.Summary))];

    protected override void Apply() => Site.SpeakEnglish(VietnameseText.OnOneLine(Input.Name), Lines(Input.Summary));
}

internal sealed class AbroadInput
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Tên tiếng Anh")]
    [StringLength(Site.LineMaxLength, ErrorMessage = TooLong)]
    public string? Name { get; set; }

    [Display(Name = "Đoạn giới thiệu bằng tiếng Anh")]
    [StringLength(Site.TextMaxLength, ErrorMessage = TooLong)]
    public string? Summary { get; set; }
}
