using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal;

/// <summary>What the body does, in English, with the ways to its registers. None while the site has no English name.</summary>
internal sealed class EnglishModel(KeptSites sites) : PageModel
{
    /// <summary>Vietnamese titles, keys of the English table.</summary>
    public static IReadOnlyList<(string Url, string Title)> Registers { get; } =
    [
        ("/hop-tac-xa", "Danh bạ hợp tác xã"),
        ("/nhan-hieu", "Nhãn hiệu và đơn vị được dùng"),
        ("/su-kien", "Hội thảo, kết nối cung cầu công nghệ"),
        ("/cong-nghe", "Công nghệ đã giới thiệu và chuyển giao"),
        ("/ho-tro", "Hỗ trợ đổi mới công nghệ"),
        ("/bao-cao", "Báo cáo của chương trình phối hợp"),
    ];

    public Site Site { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var directory = await sites.DirectoryAsync(cancellationToken);
        if (sites.SiteOf(directory, HttpContext) is not { EnglishName: not null } site)
        {
            return NotFound();
        }

        Site = site;
        return Page();
    }
}
