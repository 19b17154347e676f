using Microsoft.AspNetCore.Diagnostics;

namespace PhuSa.Host.Web;

/// <summary>The address the reader asked for, also on an error page that stands in for it.</summary>
internal static class PageAddress
{
    public const string PrintKey = "in";

    /// <summary>Path and query, root-relative; the print view's own mark left out.</summary>
    public static string Of(HttpContext context) => Asked(context).Path + QueryWithoutPrint(context);

    public static PathString PathOf(HttpContext context) => Asked(context).Path;

    /// <summary>The same page as a print view.</summary>
    public static string PrintOf(HttpContext context)
    {
        var query = QueryWithoutPrint(context);
        return Asked(context).Path + (query.Length == 0 ? $"?{PrintKey}=1" : $"{query}&{PrintKey}=1");
    }

    public static bool IsPrint(HttpContext context) => context.Request.Query[PrintKey] == "1" && context.Response.StatusCode == StatusCodes.Status200OK;

    private static string QueryWithoutPrint(HttpContext context)
    {
        var parts = (Asked(context).Query ?? "").TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part != PrintKey && !part.StartsWith(PrintKey + "=", StringComparison.Ordinal));
        var query = string.Join('&', parts);
        return query.Length == 0 ? "" : "?" + query;
    }

    private static (PathString Path, string? Query) Asked(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is { } instead
            ? (new PathString(instead.OriginalPath), instead.OriginalQueryString)
            : (context.Request.Path, context.Request.QueryString.Value);
}
