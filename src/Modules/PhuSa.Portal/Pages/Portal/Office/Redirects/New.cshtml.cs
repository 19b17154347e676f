using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Redirects;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Redirects;

/// <summary>An old address by hand.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewModel(SiteDesk desk, MovedAddresses addresses, TimeProvider clock, Texts text) : PageModel
{
    [BindProperty]
    public MovedInput Input { get; set; } = new();

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Sites = await desk.MineAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Sites = await desk.MineAsync(cancellationToken);
        var from = OldAddress.Read(Input.From);
        if (ModelState.IsValid)
        {
            await CheckAsync(from, cancellationToken);
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var now = clock.GetUtcNow();
        var moved = new MovedAddress(Guid.CreateVersion7(now), Input.Site!, from!, MovedFrom.Hand, now.UtcDateTime);
        var to = Input.To!.Trim();
        var slug = ArticleAddress.SlugIn(to);
        var article = !ArticleAddress.IsOne(to) ? null : await desk.Db.Set<Article>().Where(a => a.Slug == slug).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancellationToken);
        desk.Db.Add(article is { } id ? moved.ToArticle(id) : moved.ToPlace(to));
        try
        {
            await desk.Db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody else added the same address in the same moment.
            ModelState.AddModelError("Input.From", text["Địa chỉ cũ này đã có trong danh sách"]);
            return Again();
        }

        return Redirect(IndexModel.Home);
    }

    private async Task CheckAsync(OldAddress? from, CancellationToken cancellationToken)
    {
        if (Sites.All(site => site.Code != Input.Site))
        {
            ModelState.AddModelError("Input.Site", text["Chọn một cổng trong danh sách"]);
            return;
        }

        if (from is null)
        {
            ModelState.AddModelError("Input.From", text["Địa chỉ cũ cần bắt đầu bằng / hoặc https:// và không phải trang chủ"]);
            return;
        }

        if (await desk.Db.Set<MovedAddress>().AnyAsync(m => m.Site == Input.Site && m.Key == from.Key, cancellationToken))
        {
            ModelState.AddModelError("Input.From", text["Địa chỉ cũ này đã có trong danh sách"]);
        }

        var to = Input.To!.Trim();
        if (!LocalAddress.Is(to))
        {
            ModelState.AddModelError("Input.To", text["Nơi mới cần là địa chỉ trong cùng cổng, bắt đầu bằng /"]);
        }
        else if (OldAddress.KeysOf(to).Contains(from.Key))
        {
            ModelState.AddModelError("Input.To", text["Nơi mới trùng với chính địa chỉ cũ"]);
        }
        else if (await addresses.FindAsync(Input.Site!, to, cancellationToken) is { } other)
        {
            ModelState.AddModelError("Input.To", text["Nơi mới cũng là một địa chỉ cũ ({0}). Hãy ghi thẳng nơi cuối cùng.", other.Address]);
        }
    }

    private static PageResult Again() => new() { StatusCode = StatusCodes.Status422UnprocessableEntity };
}

internal sealed class MovedInput
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Cổng")]
    [Required(ErrorMessage = "Chọn một cổng trong danh sách")]
    public string? Site { get; set; }

    [Display(Name = "Địa chỉ cũ")]
    [Required(ErrorMessage = "Nhập địa chỉ cũ")]
    [StringLength(OldAddress.MaxLength, ErrorMessage = TooLong)]
    public string? From { get; set; }

    [Display(Name = "Nơi mới")]
    [Required(ErrorMessage = "Nhập nơi mới")]
    [StringLength(OldAddress.MaxLength, ErrorMessage = TooLong)]
    public string? To { get; set; }
}
