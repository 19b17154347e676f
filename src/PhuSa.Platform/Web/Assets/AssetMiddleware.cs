using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PhuSa.Platform.Web.Assets;

/// <summary>Answers <c>/assets/…</c> and the icon from memory; every other address goes on.</summary>
internal sealed class AssetMiddleware(RequestDelegate next, AssetFiles files)
{
    /// <summary>The icon may change under the same address, so a browser asks again after a day.</summary>
    private const string ForADay = "public, max-age=86400";

    private const string ForEver = "public, max-age=31536000, immutable";

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (path == "/favicon.svg" || path == "/favicon.ico")
        {
            return AnswerAsync(context, files.Named("favicon.svg"), ForADay);
        }

        return path.StartsWithSegments("/assets", StringComparison.Ordinal)
            ? AnswerAsync(context, files.At(path.Value), ForEver)
            : next(context);
    }

    private static Task AnswerAsync(HttpContext context, Asset? asset, string cacheControl)
    {
        var response = context.Response;
        if (asset is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        }

        var asked = context.Request.GetTypedHeaders();
        var body = asset.For(asked.AcceptEncoding);
        response.Headers.CacheControl = cacheControl;
        response.Headers.ETag = body.Tag.ToString();
        if (asset.DependsOnEncoding)
        {
            response.Headers.Vary = HeaderNames.AcceptEncoding;
        }

        if (asked.IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(body.Tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return SendAsync(context, asset, body);
    }

    private static Task SendAsync(HttpContext context, Asset asset, AssetBody body)
    {
        var response = context.Response;
        response.ContentType = asset.Type;
        response.ContentLength = body.Bytes.Length;
        response.Headers.XContentTypeOptions = "nosniff";
        if (body.Encoding is not null)
        {
            response.Headers.ContentEncoding = body.Encoding;
        }

        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body.Bytes, context.RequestAborted).AsTask();
    }
}
