using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PhuSa.Platform.Web.Assets;

namespace PhuSa.Platform.Maps;

/// <summary>
/// What the map runs beside the page. A worker obeys the policy of its own answer, not the page's: so it begins with one line of ours that carries the opened
/// policy and fetches the rest from where all assets are.
/// </summary>
public static class MapWorker
{
    public const string Address = "/hop-tac-xa/ban-do/nen.mjs";

    public static void MapMapWorker(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Address, Answer).ExcludeFromDescription();

    private static IResult Answer(HttpContext context, MapSource source, AssetFiles assets)
    {
        if (!source.IsThere)
        {
            return TypedResults.NotFound();
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = source.Policy(headers.ContentSecurityPolicy.ToString());
        headers.CacheControl = "public, max-age=300";
        return TypedResults.Text($"import \"{assets.Path("maplibre-worker.mjs")}\";\n", "text/javascript; charset=utf-8");
    }
}
