using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Redirects;

/// <summary>
/// Stands where “not found” or “gone” would be said: a page that exists passes without a look. An old address answers with its new one for good (301), or with
/// the word that what stood there is gone (410).
/// </summary>
internal sealed class OldAddressAnswers(RequestDelegate next)
{
    /// <summary>A browser keeps a permanent redirect for ever unless it is told otherwise; a slip can be mended within the hour.</summary>
    private const string Kept = "public, max-age=3600";

    public async Task InvokeAsync(HttpContext context)
    {
        // “/?p=12” was an article where an old portal told its pages by the query alone; here it would be the home page.
        if (AsksByQuery(context) && await context.RequestServices.GetRequiredService<MovedAddresses>().OfAsync(context, context.RequestAborted) is { Url: { } there })
        {
            Redirect(context, there);
            return;
        }

        await next(context);
        if (!IsMissing(context) || context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        if (await context.RequestServices.GetRequiredService<MovedAddresses>().OfAsync(context, context.RequestAborted) is not { } onward)
        {
            return;
        }

        if (onward.Url is { } url)
        {
            Redirect(context, url);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
        }
    }

    private static void Redirect(HttpContext context, string url)
    {
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = LocalAddress.Encoded(url);
        context.Response.Headers.CacheControl = Kept;
    }

    private static bool AsksByQuery(HttpContext context) =>
        context.Request is { Path.Value: "/", QueryString.HasValue: true } && HttpMethods.IsGet(context.Request.Method) && context.Features.Get<IStatusCodeReExecuteFeature>() is null;

    private static bool IsMissing(HttpContext context) =>
        context.Response is { StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status410Gone, HasStarted: false, ContentLength: null, ContentType: null }
        && HttpMethods.IsGet(context.Request.Method)
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null
        && !PersonalPlaces.Hold(context.Request.Path)
        && !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
