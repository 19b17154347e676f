using System.ComponentModel.DataAnnotations;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>The host names that lead to a site, and its own address.</summary>
internal sealed class HostsModel(SiteDesk desk, Texts text) : SiteForm<HostsInput>(desk, text)
{
    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Site.HostNames.Count > 0 && SiteHosts.Typed(Input.Hosts).Count == 0)
        {
            Wrong("Input.Hosts", "Ghi ít nhất một tên miền: trang không còn tên miền nào thì người đọc không mở được, và địa chỉ cũ hiện trang của cơ quan kia");
        }

        foreach (var wrong in await Desk.WrongHostsAsync(SiteHosts.Typed(Input.Hosts), Site.Id, Text, cancellationToken))
        {
            ModelState.AddModelError("Input.Hosts", wrong);
        }

        if (VietnameseText.OnOneLine(Input.Address) is { } address && !SiteHosts.IsRoot(address))
        {
            Wrong("Input.Address", "Địa chỉ gốc cần có dạng https://khcn.example.vn, không có dấu / ở cuối");
        }
    }

    protected override HostsInput Stored() => new() { Hosts = string.Join('\n', Site.HostNames), Address = Site.Address };

    protected override IEnumerable<(string Label, string? Words)> Told(HostsInput input) =>
        [("Tên miền", string.Join(", ", SiteHosts.Typed(input.Hosts))), ("Địa chỉ gốc", VietnameseText.OnOneLine(input.Address))];

    protected override void Apply() => Site.Place(Site.Theme, string.Join(' ', SiteHosts.Typed(Input.Hosts)), VietnameseText.OnOneLine(Input.Address), Site.Position);
}

internal sealed class HostsInput
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Tên miền")]
    [StringLength(Site.TextMaxLength, ErrorMessage = TooLong)]
    public string? Hosts { get; set; }

    [Display(Name = "Địa chỉ gốc")]
    [StringLength(Site.LineMaxLength, ErrorMessage = TooLong)]
    public string? Address { get; set; }
}
