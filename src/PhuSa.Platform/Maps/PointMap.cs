using System.Text.Json;
using System.Text.Json.Nodes;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Assets;

namespace PhuSa.Platform.Maps;

/// <summary>
/// Points as a page shows them: drawn by us, and on demand an interactive map where a source of its ground is configured. Shown by the shared view _PointMap,
/// above a list that says the same.
/// </summary>
/// <param name="Label">What the drawing is, for who does not see it.</param>
/// <param name="Settings">What the script needs to know, as JSON; null where there is no ground.</param>
/// <param name="Weight">What pressing the button loads from us, in KB.</param>
public sealed record PointMap(PointSketch Sketch, MapSource Source, string Label, string? Settings, int Weight)
{
    /// <summary>Of <see cref="Written"/>.</summary>
    public const string ContentType = "application/geo+json; charset=utf-8";

    private static readonly string[] Loaded = ["maplibre.mjs", "maplibre-worker.mjs", "maplibre.css"];

    /// <param name="title">What the interactive map is called.</param>
    /// <param name="points">Root-relative address of the points (GeoJSON).</param>
    public static PointMap Of(PointSketch sketch, MapSource source, AssetFiles assets, Texts text, string title, string label, string points)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(assets);
        ArgumentNullException.ThrowIfNull(text);
        return new PointMap(sketch, source, label, source.IsThere ? SettingsOf(source, assets, text, title, points) : null, Loaded.Sum(assets.Weight) / 1024);
    }

    /// <summary>Points as programs for maps read them (GeoJSON, RFC 7946).</summary>
    /// <param name="site">Absolute address of the site that answers.</param>
    public static byte[] Written(IEnumerable<MapPoint> points, string site) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["features"] = new JsonArray([.. points.Select(point => (JsonNode?)new JsonObject
            {
                ["type"] = "Feature",
                ["geometry"] = new JsonObject { ["type"] = "Point", ["coordinates"] = new JsonArray(point.Longitude, point.Latitude) },
                ["properties"] = new JsonObject { ["code"] = point.Code, ["name"] = point.Title, ["url"] = site + point.Url },
            })]),
        },
        PageJson.Options);

    private static string SettingsOf(MapSource source, AssetFiles assets, Texts text, string title, string points) => JsonSerializer.Serialize(
        new
        {
            Script = assets.Path("maplibre.mjs"),
            Worker = MapWorker.Address,
            Sheet = assets.Path("maplibre.css"),
            Points = points,
            source.Style,
            source.Tiles,
            source.MaxZoom,
            Failed = text["Không mở được bản đồ tương tác. Bản vẽ và danh sách bên dưới vẫn đủ mọi vị trí."],
            Words = new Dictionary<string, string>
            {
                ["Map.Title"] = title,
                ["NavigationControl.ZoomIn"] = text["Phóng to"],
                ["NavigationControl.ZoomOut"] = text["Thu nhỏ"],
                ["NavigationControl.ResetBearing"] = text["Quay về hướng bắc"],
                ["AttributionControl.ToggleAttribution"] = text["Nguồn bản đồ"],
                ["Popup.Close"] = text["Đóng"],
            },
        },
        PageJson.Options);
}
