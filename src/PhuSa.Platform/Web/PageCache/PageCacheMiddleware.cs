using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web.Seals;

namespace PhuSa.Platform.Web.PageCache;

/// <summary>
/// Answers public pages from memory, counts their views and fills in their numbers. Stands before routing: a kept page costs
/// two look-ups, the count and the write. Every other page passes through it too, so that its numbers are filled and its view counted.
/// </summary>
internal sealed class PageCacheMiddleware(RequestDelegate next, KeptPages pages, HostSites sites, IPageVisits visits, IContentWatch watch, QuietTags quiet, TimeProvider clock)
{
    /// <summary>Words like “đang diễn ra” depend on the time; a minute late is soon enough.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly StringValues Html = "text/html; charset=utf-8";
    private static readonly StringValues GzipName = "gzip";
    private static readonly StringValues Vary = "Accept-Encoding, Cookie";

    /// <summary>The numbers are of this moment, so neither a proxy nor the browser's way back may show them later.</summary>
    private static readonly StringValues AskEachTime = "private, no-cache";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!PageRules.MayBePage(request.Path))
        {
            return next(context);
        }

        if (!HttpMethods.IsGet(request.Method))
        {
            // A form shown again with its errors, or a page of refusal: never counted, kept or shrunk, but its numbers are filled.
            return RenderForOneAsync(context, choices: 0);
        }

        if (!ReaderChoices.TryRead(request, out var choices) || !PageRules.IsPublic(request.Path))
        {
            return RenderForOneAsync(context, choices);
        }

        return sites.Known(context) is { } site && Fresh(new PageKey(site.Door, request.Path.Value ?? "/", choices)) is { } page
            ? AnswerAsync(context, page)
            : RenderForAllAsync(context, choices);
    }

    private KeptPage? Fresh(in PageKey key) =>
        pages.Find(key) is { } page && page.IsFresh(watch.Current, clock.GetUtcNow().UtcTicks) ? page : null;

    private async Task RenderForAllAsync(HttpContext context, byte choices)
    {
        var key = new PageKey((await sites.OfAsync(context)).Door, context.Request.Path.Value ?? "/", choices);
        if (Fresh(key) is { } kept)
        {
            await AnswerAsync(context, kept);
            return;
        }

        if (!pages.Begin(key, out var rendering))
        {
            var made = await rendering.Page.WaitAsync(context.RequestAborted);
            await (made is not null && Fresh(key) is not null ? AnswerAsync(context, made) : RenderForOneAsync(context, choices));
            return;
        }

        KeptPage? page = null;
        try
        {
            // It may have been made between the look and the begin.
            page = Fresh(key) ?? await RenderAsync(context, choices, key);
        }
        finally
        {
            pages.End(key, rendering, page);
        }

        if (page is not null)
        {
            await AnswerAsync(context, page);
        }
    }

    private async Task RenderForOneAsync(HttpContext context, byte choices) => await RenderAsync(context, choices, key: null);

    /// <returns>The page, kept and not yet answered; null where the answer is under way or done.</returns>
    private async Task<KeptPage?> RenderAsync(HttpContext context, byte choices, PageKey? key)
    {
        var response = context.Response;
        var path = context.Request.Path;
        var stamp = watch.Current;
        var before = response.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase);
        var body = response.Body;
        var capture = new PageCapture(response, body);
        response.Body = capture;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (!capture.HoldsPage)
        {
            return null;
        }

        var isPublic = PageRules.IsPublic(path);
        var isView = isPublic && HttpMethods.IsGet(context.Request.Method) && response.StatusCode == StatusCodes.Status200OK;
        var site = (await sites.OfAsync(context)).Code;
        var tally = await visits.OpenAsync(site, isView ? path.Value ?? "/" : null, context.RequestAborted);
        var gzip = (choices & ReaderChoices.Gzip) != 0;
        if (key is { } keep && isView && PageRules.MayBeKept(response))
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var until = Math.Min((now + Longest).Ticks, tally.EndsAt.Ticks);
            var page = new KeptPage(PageBody.Make(PageParts.Cut(capture.Page.ToArray()), gzip, CompressionLevel.Optimal), Own(response.Headers, before), tally, stamp, now.Ticks, until);
            if (stamp == watch.Current)
            {
                pages.Keep(keep, page);
            }

            return page;
        }

        // A page with a secret (a form's token, someone's data) is not compressed: its length would tell of it.
        var mayShrink = gzip && isPublic && !PageRules.IsForOne(response) && response.Headers.SetCookie.Count == 0 && response.Headers.ContentEncoding.Count == 0;
        var own = PageBody.Make(PageParts.Cut(capture.Page), mayShrink, CompressionLevel.Fastest);
        if (context.Items.ContainsKey(PageRules.ToBeSealed))
        {
            context.Items[PageRules.ToBeSealed] = own;
        }

        await SendAsync(context, own, isView ? Count(context, tally) : tally.Read());
        return null;
    }

    private Task AnswerAsync(HttpContext context, KeptPage page)
    {
        context.Response.Headers.ContentType = Html;
        foreach (var (name, value) in page.Headers)
        {
            context.Response.Headers[name] = value;
        }

        return SendAsync(context, page.Body, Count(context, page.Tally));
    }

    private PageReading Count(HttpContext context, PageTally tally) =>
        context.Items.ContainsKey(PageRules.CameAsHead) || (context.Request.Headers.IfNoneMatch is { Count: > 0 } tag && quiet.Is(tag)) ? tally.Read() : tally.Count(context);

    private static Task SendAsync(HttpContext context, PageBody body, in PageReading reading)
    {
        var response = context.Response;
        var headers = response.Headers;
        headers.ContentLength = body.LengthWith(reading);
        headers.Vary = Vary;
        if (body.IsGzip)
        {
            headers.ContentEncoding = GzipName;
        }

        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = AskEachTime;
        }

        var writer = response.BodyWriter;
        body.Write(writer, reading);
        var flushed = writer.FlushAsync(CancellationToken.None);
        return flushed.IsCompletedSuccessfully ? Task.CompletedTask : flushed.AsTask();
    }

    private static KeyValuePair<string, StringValues>[] Own(IHeaderDictionary after, Dictionary<string, StringValues> before) =>
        [.. after.Where(header => !IsOurs(header.Key) && !(before.TryGetValue(header.Key, out var was) && was == header.Value))];

    private static bool IsOurs(string header) =>
        header.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Vary", StringComparison.OrdinalIgnoreCase)
        || header.Equals("ETag", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);
}
