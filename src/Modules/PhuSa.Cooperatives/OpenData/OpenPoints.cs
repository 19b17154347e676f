using System.Text.Json;
using System.Text.Json.Nodes;
using PhuSa.Cooperatives.Directory;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.OpenData;

/// <summary>The points that cooperatives agreed to show, as programs for maps read them (GeoJSON, RFC 7946).</summary>
internal static class OpenPoints
{
    public const string ContentType = "application/geo+json; charset=utf-8";
    public const string Address = CooperativeApi.File + ".geojson";

    /// <param name="site">Absolute address of the site that answers.</param>
    public static byte[] Written(IEnumerable<DirectoryPoint> points, string site) => JsonSerializer.SerializeToUtf8Bytes(
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
}
