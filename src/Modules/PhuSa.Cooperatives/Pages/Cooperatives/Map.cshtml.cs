using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Directory;
using PhuSa.Cooperatives.Map;
using PhuSa.Cooperatives.OpenData;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Assets;

namespace PhuSa.Cooperatives.Pages.Cooperatives;

/// <summary>
/// The directory as a map: points drawn by us, the same as a list below, and an interactive map where a source of its ground is configured, loaded when
/// somebody asks for it.
/// </summary>
internal sealed class MapModel(CooperativeDirectory directory, MapSource source, AssetFiles assets, Texts text) : DirectoryPage(directory)
{
    public const string Address = IndexModel.Address + "/ban-do";
    private static readonly string[] Loaded = ["maplibre.mjs", "maplibre-worker.mjs", "maplibre.css"];
    private readonly CooperativeDirectory _directory = directory;

    public override string Root => Address;

    public MapSource Source => source;

    /// <summary>Null where no point is to be shown.</summary>
    public PointSketch? Sketch { get; private set; }

    /// <summary>How many the filter finds, shown on the map or not.</summary>
    public int Found { get; private set; }

    /// <summary>What pressing the button loads from us, in KB.</summary>
    public int Weight => Loaded.Sum(assets.Weight) / 1024;

    /// <summary>What the script needs to know, as JSON.</summary>
    public string Settings => JsonSerializer.Serialize(
        new
        {
            Script = assets.Path("maplibre.mjs"),
            Worker = MapWorker.Address,
            Sheet = assets.Path("maplibre.css"),
            Points = Filter.At(OpenPoints.Address),
            source.Style,
            source.Tiles,
            source.MaxZoom,
            Failed = text["Không mở được bản đồ tương tác. Bản vẽ và danh sách bên dưới vẫn đủ mọi vị trí."],
            Words = new Dictionary<string, string>
            {
                ["Map.Title"] = text["Bản đồ hợp tác xã"],
                ["NavigationControl.ZoomIn"] = text["Phóng to"],
                ["NavigationControl.ZoomOut"] = text["Thu nhỏ"],
                ["NavigationControl.ResetBearing"] = text["Quay về hướng bắc"],
                ["AttributionControl.ToggleAttribution"] = text["Nguồn bản đồ"],
                ["Popup.Close"] = text["Đóng"],
            },
        },
        PageJson.Options);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsRead())
        {
            return NotFound();
        }

        var points = await _directory.PointsAsync(Filter, cancellationToken);
        Total = points.Count;
        Lines = await _directory.LinesOfAsync([.. points.Skip((Number - 1) * PageSize).Take(PageSize).Select(point => point.Id)], cancellationToken);
        if (Number > 1 && Lines.Count == 0)
        {
            return NotFound();
        }

        Found = await _directory.CountAsync(Filter, cancellationToken);
        Sketch = points.Count == 0 ? null : new PointSketch(points, await _directory.CommunesOnMapAsync(Filter, cancellationToken));
        await CountAsync(onMap: true, cancellationToken);
        if (source.IsThere)
        {
            Response.Headers.ContentSecurityPolicy = source.Policy(Response.Headers.ContentSecurityPolicy.ToString());
        }

        return Page();
    }
}
