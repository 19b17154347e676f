using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal.Office.Sites.Opening;

/// <summary>Opens a public site: what it must have to be reached and to carry news. Everything else has a page of its own.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewModel(SiteDesk desk, IAgencies agencies, Texts text) : PageModel, IOwnerForm
{
    /// <summary>Stands in the address of this page where the code of a site stands.</summary>
    private const string Reserved = "moi";

    [BindProperty]
    public NewInput Input { get; set; } = new();

    [BindProperty]
    public OwnerInput Owner { get; set; } = new();

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Agencies = await agencies.WithRightAsync(PortalRights.Sites, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        await CheckAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        try
        {
            await desk.OpenAsync(Described(), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody opened a site of this code between our look and our write.
            ModelState.AddModelError("Input.Code", text["Mã này đã có trang dùng"]);
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        return Redirect($"{SiteEditing.Home}/{Input.Code}");
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        Input.Code = Input.Code?.Trim();
        if (Input.Code is { } code && (code == Reserved || await desk.IsTakenAsync(code, cancellationToken)))
        {
            ModelState.AddModelError("Input.Code", text["Mã này đã có trang dùng"]);
        }

        foreach (var wrong in await desk.WrongHostsAsync(SiteHosts.Typed(Input.Hosts), of: null, text, cancellationToken))
        {
            ModelState.AddModelError("Input.Hosts", wrong);
        }

        if (Owner.OwnerId is { } owner && Agencies.All(agency => agency.Id != owner))
        {
            ModelState.AddModelError("Owner.AgencyId", text["Chọn một cơ quan trong danh sách"]);
        }
    }

    private Site Described()
    {
        var site = new Site(Guid.CreateVersion7(), Input.Code!);
        var (name, fullName) = (VietnameseText.OnOneLine(Input.Name)!, VietnameseText.OnOneLine(Input.FullName)!);
        site.Place(Owner.Theme, string.Join(' ', SiteHosts.Typed(Input.Hosts)), address: null, position: 0);
        site.Call(VietnameseText.OnOneLine(Input.Parent) ?? "", name, fullName, contact: null);
        site.Open(eyebrow: null, fullName, lead: null, bandTitle: null);
        site.BelongTo(Owner.OwnerId);
        return site;
    }
}

internal sealed class NewInput : NamesInput
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";
    private const int CodeMaxLength = 40;

    [Display(Name = "Mã trang")]
    [Required(ErrorMessage = "Nhập mã trang")]
    [StringLength(CodeMaxLength, ErrorMessage = TooLong)]
    [RegularExpression(@"\s*[a-z0-9]+(-[a-z0-9]+)*\s*", MatchTimeoutInMilliseconds = -1, ErrorMessage = "Mã trang chỉ gồm chữ thường không dấu, chữ số, gạch nối")]
    public string? Code { get; set; }

    [Display(Name = "Tên miền")]
    [Required(ErrorMessage = "Nhập ít nhất một tên miền")]
    [StringLength(Site.TextMaxLength, ErrorMessage = TooLong)]
    public string? Hosts { get; set; }
}
