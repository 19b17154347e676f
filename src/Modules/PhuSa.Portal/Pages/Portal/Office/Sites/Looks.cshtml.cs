using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Watching.Freezes;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>The colours of a site, among those tested, and its sign.</summary>
[UploadLimit(1)]
internal sealed class LooksModel(SiteDesk desk, IFiles files, Freezing freezing, Texts text) : SiteForm<LooksInput>(desk, text)
{
    public const int MostKilobytes = 100;
    private const int Kilobyte = 1024;

    private SiteLogo? _new;

    protected override LooksInput Stored() => new() { Palette = Site.Colours, Alt = Site.LogoAlt };

    /// <summary>Which sign, where one is chosen or taken away; else the one that stands there.</summary>
    protected override IEnumerable<(string Label, string? Words)> Told(LooksInput input) =>
    [
        ("Bộ màu", SitePalettes.NameOf(input.Palette)),
        ("Biểu trưng", input.File?.FileName ?? (input.Remove ? null : Site.LogoUrl)),
        ("Lời thay cho biểu trưng", VietnameseText.OnOneLine(input.Alt)),
    ];

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        var shown = Input.File is not null || (Site.LogoUrl is not null && !Input.Remove);
        if (shown && VietnameseText.OnOneLine(Input.Alt) is null)
        {
            Wrong("Input.Alt", "Nhập lời thay cho biểu trưng");
        }

        if (Input.File is { } file && (file.Length > MostKilobytes * Kilobyte || TypeOf(Head(file)) is null))
        {
            Wrong("Input.File", "Biểu trưng phải là ảnh PNG, JPEG hoặc WebP, tối đa {0} KB", MostKilobytes);
        }

        // Not taken in before it is saved: the look carries it in the page.
        _new = Input.File is { } chosen && ModelState.IsValid ? new SiteLogo(Inline(chosen), VietnameseText.OnOneLine(Input.Alt)!) : null;
        return Task.CompletedTask;
    }

    protected override void ComeBack()
    {
        if (Input.File is not null)
        {
            Wrong("Input.File", "Chọn lại tệp biểu trưng rồi mới lưu: trình duyệt không giữ tệp đã chọn");
        }
    }

    protected override void Apply()
    {
        Site.Paint(Input.Palette);
        var logo = _new ?? (Input.Remove ? null : Site.Logo);
        Site.Sign(logo?.Url, VietnameseText.OnOneLine(Input.Alt));
    }

    protected override async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (Input.File is { } file)
        {
            // Whoever knows the address of a sign can see it: not even the file is taken in.
            await freezing.RefuseAroundAsync(cancellationToken);
            await using var content = file.OpenReadStream();
            var taken = await files.TakeInAsync(new IncomingFile(content, file.FileName, file.Length), new FileOwner(LogoGuard.Logos, Site.Id), new FileRules(FileKinds.Images, MostKilobytes * Kilobyte), cancellationToken);
            _new = new SiteLogo(taken.Url, VietnameseText.OnOneLine(Input.Alt)!);
        }

        await base.SaveAsync(cancellationToken);
        foreach (var old in (await files.OfAsync(new FileOwner(LogoGuard.Logos, Site.Id), cancellationToken)).Where(old => old.Url != Site.LogoUrl))
        {
            await files.RemoveAsync(old.Id, "Đã thay biểu trưng", cancellationToken);
        }
    }

    private static string Inline(IFormFile file)
    {
        using var content = file.OpenReadStream();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return $"data:{TypeOf(bytes.ToArray())};base64,{Convert.ToBase64String(bytes.ToArray())}";
    }

    private static byte[] Head(IFormFile file)
    {
        using var content = file.OpenReadStream();
        var head = new byte[12];
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..read];
    }

    private static string? TypeOf(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? "image/png"
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}

internal sealed class LooksInput
{
    [Display(Name = "Bộ màu")]
    [EnumDataType(typeof(SitePalette), ErrorMessage = "Chọn một bộ màu trong danh sách")]
    public SitePalette Palette { get; set; }

    public bool Remove { get; set; }

    [Display(Name = "Biểu trưng mới")]
    public IFormFile? File { get; set; }

    [Display(Name = "Lời thay cho biểu trưng")]
    [StringLength(Site.LineMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Alt { get; set; }
}
