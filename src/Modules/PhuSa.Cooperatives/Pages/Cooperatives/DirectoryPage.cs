using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Directory;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Cooperatives.Pages.Cooperatives;

/// <summary>A filter that is on, as a reader reads it, with the address of the list without it.</summary>
/// <param name="Name">A key of the English table.</param>
internal sealed record ActiveFilter(string Name, string Words, string Without);

/// <summary>A page that shows the directory under the filters of its address: as a list, or as a map.</summary>
internal abstract class DirectoryPage(CooperativeDirectory directory) : PageModel
{
    public const int PageSize = 20;
    private const int MostPages = 100_000;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public DirectoryFilter Filter { get; private set; } = DirectoryFilter.None;

    public DirectoryCounts Counts { get; private set; } = new([], [], []);

    public int Number { get; private set; } = 1;

    public int Total { get; protected set; }

    public int Pages => PagingTagHelper.Pages(Total, PageSize);

    public int First => ((Number - 1) * PageSize) + 1;

    public int Last => Math.Min(Number * PageSize, Total);

    public IReadOnlyList<DirectoryLine> Lines { get; protected set; } = [];

    /// <summary>Where the filters of this page lead.</summary>
    public abstract string Root { get; }

    public IEnumerable<ActiveFilter> Active => DirectoryFilter.Keys.Where(key => Filter[key] is not null).Select(key => new ActiveFilter(NameOf(key), WordsOf(key, Filter[key]!), Filter.Without(key).At(Root)));

    /// <returns>False for a page that cannot be.</returns>
    protected bool IsRead()
    {
        Filter = DirectoryFilter.Of(Request.Query);
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return false;
        }

        Number = number;
        return true;
    }

    protected async Task CountAsync(bool onMap, CancellationToken cancellationToken) => Counts = await directory.CountsAsync(Filter, onMap, cancellationToken);

    private static string NameOf(string key) => key switch
    {
        DirectoryFilter.PlaceKey => "Nơi",
        DirectoryFilter.ProductKey => "Sản phẩm",
        DirectoryFilter.SectorKey => "Lĩnh vực",
        DirectoryFilter.CommuneKey => "Xã, phường hiện nay",
        DirectoryFilter.OnlyKey => "Riêng hợp tác xã",
        _ => "Tìm",
    };

    private string WordsOf(string key, string value) => key switch
    {
        DirectoryFilter.SectorKey => Counts.Sectors.FirstOrDefault(choice => choice.Word == value)?.Name ?? value,
        DirectoryFilter.CommuneKey when value == DirectoryFilter.Untold => "chưa rõ xã, phường",
        DirectoryFilter.CommuneKey => Counts.Communes.FirstOrDefault(count => count.Word == value)?.Place?.Name ?? value,
        DirectoryFilter.OnlyKey => Lines.Count == 1 ? Lines[0].Title : value,
        _ => value,
    };
}
