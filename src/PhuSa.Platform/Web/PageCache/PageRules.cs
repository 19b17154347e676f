using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PhuSa.Platform.Rights;

namespace PhuSa.Platform.Web.PageCache;

/// <summary>Which addresses are public pages, and which answers may be kept for the next reader.</summary>
internal static class PageRules
{
    /// <summary>Set on a request that came as HEAD and is answered like GET.</summary>
    public const string CameAsHead = "came-as-head";

    /// <summary>Set on a request whose answer is to be sealed; a page that is not kept is put in its place.</summary>
    public const string ToBeSealed = "to-be-sealed";

    private static readonly string[] Programs = ["/api", "/openapi", "/assets", "/healthz", "/readyz", PersonalPlaces.Files];

    /// <summary>Whether the address may answer with a page at all.</summary>
    public static bool MayBePage(PathString path) => !Under(path, Programs);

    /// <summary>Whether a page at this address is for everyone: it is counted, and may be kept and compressed.</summary>
    public static bool IsPublic(PathString path) => !Under(path, Programs) && !PersonalPlaces.Hold(path) && !path.StartsWithSegments("/loi", StringComparison.OrdinalIgnoreCase);

    /// <summary>Files and assets: no pages, yet read by everybody.</summary>
    public static bool IsForEverybody(PathString path) => Under(path, ["/assets", PersonalPlaces.Files]);

    /// <summary>Whether what has just been rendered is the same for every reader of the same key.</summary>
    public static bool MayBeKept(HttpResponse response)
    {
        var headers = response.Headers;
        return response.StatusCode == StatusCodes.Status200OK
            && headers.SetCookie.Count == 0
            && headers.ContentEncoding.Count == 0
            && !Forbids(headers.CacheControl);
    }

    /// <summary>Whether the page says that it was made for one reader: it carries a form's token.</summary>
    public static bool IsForOne(HttpResponse response) => Forbids(response.Headers.CacheControl);

    private static bool Forbids(StringValues cacheControl) => cacheControl.ToString() is { Length: > 0 } said
        && (said.Contains("no-store", StringComparison.OrdinalIgnoreCase)
            || said.Contains("no-cache", StringComparison.OrdinalIgnoreCase)
            || said.Contains("private", StringComparison.OrdinalIgnoreCase));

    private static bool Under(PathString path, string[] roots)
    {
        foreach (var root in roots)
        {
            if (path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
