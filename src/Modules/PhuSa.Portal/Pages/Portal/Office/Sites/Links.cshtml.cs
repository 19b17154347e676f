using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Web;
using PhuSa.Portal.Sites;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Pages.Portal.Office.Sites;

/// <summary>The links of one place of a site; a menu in two levels.</summary>
internal sealed class LinksModel(SiteDesk desk, Texts text) : SiteRowsEditing<LinkRow>(desk, text)
{
    private List<PlacedLink> _all = [];

    [BindProperty(SupportsGet = true, Name = "place")]
    public string Slug { get; set; } = "";

    public LinkAreaFact Area { get; private set; } = LinkAreas.All[0];

    private IEnumerable<PlacedLink> Here => _all.Where(link => link.Area == Area.Area);

    /// <summary>Rows of the first level under which a row may stand.</summary>
    public IEnumerable<SelectListItem> ParentsFor(LinkRow row) => Rows
        .Where(other => !ReferenceEquals(other, row) && Written(other.Url) is not null && Written(other.Under) is null)
        .Select(other => new SelectListItem(VietnameseText.OnOneLine(other.Title) ?? other.Url, Written(other.Url)));

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (LinkAreas.At(Slug) is not { } area)
        {
            return false;
        }

        Area = area;
        _all = await Desk.Db.Set<PlacedLink>().Where(link => link.Site == Site.Code).ToListAsync(cancellationToken);
        return true;
    }

    protected override List<LinkRow> Stored() => Gathered(
        [.. Here.OrderBy(link => link.Position is null).ThenBy(link => link.Position).ThenBy(link => link.Url, StringComparer.Ordinal)
            .Select(link => new LinkRow { Title = link.Title, Url = link.Url, Note = link.Note, Under = link.Under, Shown = link.Position is not null })]);

    protected override IEnumerable<(string Label, string? Words)> Told(IReadOnlyList<LinkRow> rows)
    {
        var said = Gathered([.. rows.Where(row => !IsEmpty(row))]);
        return [.. said.Select(row => (NameOf(row), (string?)Row(VietnameseText.OnOneLine(row.Title), Area.HasNote ? VietnameseText.OnOneLine(row.Note) : null, Area.IsTree ? Written(row.Under) : null, row.Shown ? null : "ẩn"))), Order(said.Select(NameOf))];
    }

    protected override bool AreSisters(LinkRow row, LinkRow other) => Written(row.Under) == Written(other.Under);

    /// <summary>Each row of the second level behind its parent.</summary>
    protected override void Gather() => Rows = Gathered(Rows);

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < Rows.Count; i++)
        {
            if (!IsEmpty(Rows[i]))
            {
                Check(Rows[i], i);
            }
        }

        return Task.CompletedTask;
    }

    protected override void Apply()
    {
        var kept = Rows.Where(row => !IsEmpty(row)).ToList();
        foreach (var gone in Here.Where(link => kept.TrueForAll(row => Written(row.Url) != link.Url)).ToList())
        {
            Desk.Db.Remove(gone);
            _all.Remove(gone);
        }

        for (var i = 0; i < kept.Count; i++)
        {
            var row = kept[i];
            var link = Here.FirstOrDefault(known => known.Url == Written(row.Url)) ?? Added(Written(row.Url)!);
            link.Show(VietnameseText.OnOneLine(row.Title)!, Area.HasNote ? VietnameseText.OnOneLine(row.Note) : link.Note, row.Shown ? i + 1 : null);
            link.Hang(Area.IsTree ? Written(row.Under) : link.Under);
        }
    }

    protected override SiteDirectory Previewed(SiteDirectory directory) => directory.With(Site, links: _all);

    private void Check(LinkRow row, int at)
    {
        if (VietnameseText.OnOneLine(row.Title) is null)
        {
            Wrong($"Rows[{at}].Title", "Nhập chữ của liên kết");
        }

        if (!LocalAddress.OrHttps(Written(row.Url)))
        {
            Wrong($"Rows[{at}].Url", "Địa chỉ phải bắt đầu bằng / (trong trang này) hoặc https://");
        }
        else if (Rows.FindIndex(other => Written(other.Url) == Written(row.Url)) < at)
        {
            Wrong($"Rows[{at}].Url", "Địa chỉ này đã có ở một dòng trên");
        }

        if (!Area.IsTree || Written(row.Under) is not { } under)
        {
            return;
        }

        var parent = Rows.Find(other => !ReferenceEquals(other, row) && !IsEmpty(other) && Written(other.Url) == under);
        if (parent is null || Written(parent.Under) is not null)
        {
            Wrong($"Rows[{at}].Under", "Mục trên phải là một mục cấp một trong danh mục này; danh mục chỉ có hai cấp");
        }
        else if (row.Shown && !parent.Shown)
        {
            Wrong($"Rows[{at}].Under", "Mục trên đang ẩn; hãy cho mục đó hiện, hoặc ẩn cả mục này");
        }
    }

    private static List<LinkRow> Gathered(List<LinkRow> rows)
    {
        var first = rows.Where(row => Written(row.Under) is null || !rows.Exists(other => !ReferenceEquals(other, row) && Written(other.Url) == Written(row.Under))).ToList();
        return [.. first.SelectMany(row => rows.Where(child => !first.Contains(child) && Written(child.Under) == Written(row.Url)).Prepend(row)), .. rows.Where(row => IsLower(row, first))];
    }

    private static string NameOf(LinkRow row) => Written(row.Url) ?? "?";

    private PlacedLink Added(string url)
    {
        var link = new PlacedLink(Guid.CreateVersion7(), Site.Code, Area.Area, url);
        Desk.Db.Add(link);
        _all.Add(link);
        return link;
    }

    /// <summary>Under a row that is itself under another: shown last, so that it can be put right.</summary>
    private static bool IsLower(LinkRow row, List<LinkRow> first) => !first.Contains(row) && !first.Exists(parent => Written(parent.Url) == Written(row.Under));

    private static bool IsEmpty(LinkRow row) => string.IsNullOrWhiteSpace(row.Title) && string.IsNullOrWhiteSpace(row.Url);

    private static string? Written(string? address) => string.IsNullOrWhiteSpace(address) ? null : address.Trim();
}

internal sealed class LinkRow
{
    private const string TooLong = "{0} dài tối đa {1} ký tự";

    [Display(Name = "Chữ của liên kết")]
    [StringLength(Site.LineMaxLength, ErrorMessage = TooLong)]
    public string? Title { get; set; }

    [Display(Name = "Địa chỉ")]
    [StringLength(PlacedLink.UrlMaxLength, ErrorMessage = TooLong)]
    public string? Url { get; set; }

    [Display(Name = "Dòng giải thích")]
    [StringLength(Site.LineMaxLength, ErrorMessage = TooLong)]
    public string? Note { get; set; }

    [StringLength(PlacedLink.UrlMaxLength, ErrorMessage = TooLong)]
    [Display(Name = "Nằm dưới mục")]
    public string? Under { get; set; }

    [Display(Name = "Hiện")]
    public bool Shown { get; set; } = true;
}
