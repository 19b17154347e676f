using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web.PageCache;

namespace PhuSa.Platform.Web.Seals;

/// <summary>
/// <c>/api/v1/giam-sat/dau?trang=/dia-chi&amp;ma=NONCE</c>: says, signed, what the product itself answers at an address, to anybody: the page, its print
/// view (<c>trang=/dia-chi?in=1</c>), or the page as who chose English gets it (<c>&amp;ngu=en</c>). The address is answered as for any reader, through
/// the same pipeline and from the same kept pages; nothing is counted.
/// </summary>
internal sealed class AnswerSeals(RequestDelegate next, KeptPages pages, HostSites sites, IContentWatch watch)
{
    private static readonly string[] OfTheAsker =
        [HeaderNames.Cookie, HeaderNames.Authorization, HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.IfMatch, HeaderNames.IfUnmodifiedSince, HeaderNames.IfRange, HeaderNames.Range, HeaderNames.AcceptEncoding];

    public Task InvokeAsync(HttpContext context) => context.Request.Path.Equals(SealAddress.Seal, StringComparison.Ordinal) ? SealAsync(context) : next(context);

    private async Task SealAsync(HttpContext context)
    {
        var request = context.Request;
        var (path, nonce, language) = (request.Query[SealAddress.PathKey].ToString(), request.Query[SealAddress.NonceKey].ToString(), request.Query[SealAddress.LanguageKey] is [var chosen] ? chosen : null);
        if (!HttpMethods.IsGet(request.Method) || !SealAddress.MayBeSealed(path) || language is not (null or SealAddress.English) || nonce.Length is < SealAddress.ShortestNonce or > SealAddress.LongestNonce || !nonce.All(char.IsAsciiLetterOrDigit))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var withText = request.Query.ContainsKey(SealAddress.TextKey);
        foreach (var header in OfTheAsker)
        {
            request.Headers.Remove(header);
        }

        var isPrint = SealAddress.IsPrint(path);
        request.Path = PathString.FromUriComponent(isPrint ? path[..^SealAddress.Print.Length] : path);
        request.QueryString = isPrint ? new QueryString(SealAddress.Print) : QueryString.Empty;
        if (language is not null)
        {
            request.Headers.Cookie = $"{Language.Cookie}={language}";
        }

        request.Headers.AcceptEncoding = PageRules.MayBePage(request.Path) ? "gzip" : StringValues.Empty;
        context.Items[PageRules.CameAsHead] = true;
        context.Items[PageRules.ToBeSealed] = true;
        var (response, body) = (context.Response, context.Response.Body);
        using var answer = new MemoryStream();
        response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        var seal = await ReadAsync(context, (path, language), answer, withText);
        response.Clear();
        context.SetEndpoint(null);
        response.Headers.CacheControl = "no-store";
        await context.RequestServices.GetRequiredService<IAnswerSealer>().AnswerAsync(context, seal, nonce);
    }

    private async Task<AnswerSeal> ReadAsync(HttpContext context, (string Path, string? Language) asked, MemoryStream answer, bool withText)
    {
        var response = context.Response;
        var plain = response.Headers.ContentEncoding == "gzip" ? await UnzippedAsync(answer, context.RequestAborted) : answer.ToArray();
        byte[] text = plain;
        List<Hole> holes = [];
        List<DigitSpan> digits = [];
        var made = context.Items[PageRules.ToBeSealed] as PageBody;
        if ((made ?? Kept(context)) is { } page && response.StatusCode == StatusCodes.Status200OK && response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true)
        {
            (text, holes, digits) = FixedText.Made(await PlainAsync(page, context.RequestAborted), page.Places, hasTokens: made is not null);
        }

        return new AnswerSeal(
            context.Request.Host.Value ?? "",
            asked.Path,
            asked.Language,
            response.StatusCode,
            response.StatusCode is >= 300 and < 400 ? response.Headers.Location.ToString() : null,
            response.ContentType,
            FixedText.Digest(text),
            text.Length,
            holes,
            digits,
            withText ? text : null);
    }

    /// <summary>The page that has just been answered from what is kept; nothing where records changed in between, and the asker asks again.</summary>
    private PageBody? Kept(HttpContext context) =>
        ReaderChoices.TryRead(context.Request, out var choices) && sites.Known(context) is { } site && pages.Find(new PageKey(site.Door, context.Request.Path.Value ?? "/", choices)) is { } page && page.Stamp == watch.Current ? page.Body : null;

    /// <summary>The page with a 0 in each hole: a reading of nothing.</summary>
    private static async Task<byte[]> PlainAsync(PageBody page, CancellationToken cancellationToken)
    {
        var written = new System.Buffers.ArrayBufferWriter<byte>();
        page.Write(written, default);
        using var stream = new MemoryStream(written.WrittenSpan.ToArray());
        return page.IsGzip ? await UnzippedAsync(stream, cancellationToken) : stream.ToArray();
    }

    private static async Task<byte[]> UnzippedAsync(MemoryStream zipped, CancellationToken cancellationToken)
    {
        zipped.Position = 0;
        await using var gzip = new GZipStream(zipped, CompressionMode.Decompress, leaveOpen: true);
        using var plain = new MemoryStream();
        await gzip.CopyToAsync(plain, cancellationToken);
        return plain.ToArray();
    }
}

/// <summary>Where seals are asked for, and for which addresses.</summary>
public static class SealAddress
{
    public const string Seal = "/api/v1/giam-sat/dau";
    public const string PathKey = "trang";
    public const string NonceKey = "ma";

    public const string LanguageKey = "ngu";
    public const string English = "en";

    /// <summary>At the end of an address: the page as it is printed.</summary>
    public const string Print = "?in=1";

    /// <summary>Asks for the text too.</summary>
    public const string TextKey = "chu";

    public const int ShortestNonce = 16;
    public const int LongestNonce = 64;
    private const int LongestPath = 2000;

    public static bool IsPrint(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(Print, StringComparison.Ordinal);
    }

    /// <summary>A root-relative path, without query but the mark of the print view, of what everybody may read; not of a seal.</summary>
    public static bool MayBeSealed(string path)
    {
        var isPrint = IsPrint(path);
        path = isPrint ? path[..^Print.Length] : path;
        return path.Length <= LongestPath
            && LocalAddress.Is(path)
            && path.All(c => char.IsAscii(c) && c is not ('?' or '#' or '\\' or ' '))
            && Uri.IsWellFormedUriString(path, UriKind.Relative)
            && (PageRules.IsPublic(path) || (!isPrint && PageRules.IsForEverybody(path)));
    }
}

/// <summary>Registers the seals and answers for them.</summary>
public static class SealRegistration
{
    public static IServiceCollection AddAnswerSeals(this IServiceCollection services) => services.AddSingleton<QuietTags>();

    /// <summary>Before assets, pages and everything else whose answers are sealed.</summary>
    public static IApplicationBuilder UseAnswerSeals(this IApplicationBuilder app) => app.UseMiddleware<AnswerSeals>();
}
