using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Office;
using PhuSa.Platform.Maps;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Assets;

namespace PhuSa.Marks.Pages.Marks.Office.Grants;

/// <summary>The holders of the rights in the list on a map, and the same holders as a list.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MapModel(HoldersOnMap holders, MapSource source, AssetFiles assets, Texts text) : PageModel
{
    public GrantFilter Filter { get; private set; } = null!;

    public IReadOnlyList<MappedHolder> Holders { get; private set; } = [];

    /// <summary>How many of them have a point.</summary>
    public int Placed { get; private set; }

    /// <summary>Null where none has.</summary>
    public PointMap? Map { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = GrantFilter.Of(Request.Query);
        Holders = await holders.OfAsync(Filter, cancellationToken);
        var points = Holders.Select(holder => holder.Point).OfType<MapPoint>().ToList();
        Placed = points.Count;
        if (points.Count == 0)
        {
            return;
        }

        Map = PointMap.Of(
            new PointSketch(points, [.. points.Take(PointSketch.MostNames).Select(point => new MapName(point.Title, point.Latitude, point.Longitude, 1))]),
            source,
            assets,
            text,
            text["Bản đồ đơn vị được dùng nhãn hiệu"],
            text["Bản vẽ vị trí của {0} đơn vị trên lưới kinh độ, vĩ độ; danh sách ở dưới", points.Count],
            HoldersOnMap.Points + Filter.Query);
        if (source.IsThere)
        {
            Response.Headers.ContentSecurityPolicy = source.Policy(Response.Headers.ContentSecurityPolicy.ToString());
        }
    }
}
