using System.Net;
using PhuSa.Portal.Contracts;

namespace PhuSa.Portal.Watching.Outside;

/// <summary>Somebody the watcher looks like: what is shown to a phone, or to a search engine, may differ from what a desktop gets.</summary>
/// <param name="Language">The language they chose; null: none, which is Vietnamese.</param>
internal sealed record Reader(string Name, string UserAgent, string? Referrer, string? Language = null)
{
    public static Reader Desktop { get; } = new("máy tính", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", null);

    public static Reader InEnglish { get; } = Desktop with { Name = "bản tiếng Anh", Language = "en" };

    public static Reader OnPaper { get; } = Desktop with { Name = "bản in" };

    public static IReadOnlyList<Reader> All { get; } =
    [
        Desktop,
        new("điện thoại", "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "https://www.google.com/"),
        new("máy tìm kiếm", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", null),
    ];
}

/// <summary>An answer as it came, unpacked.</summary>
internal sealed record Fetched(int Status, string? Location, string? MediaType, string? Refresh, byte[] Body);

/// <summary>Something could not be fetched; the sentence says what and why.</summary>
internal sealed class NotFetchedException(string sentence, Exception? inner = null) : Exception(sentence, inner);

/// <summary>Fetches addresses of one site and of no other: one at a time, not faster than told, never following a redirect.</summary>
internal sealed class Fetcher(Uri site, WatchManners manners) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = manners.Timeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public Uri Site => site;

    /// <summary>The mark of looks that are not visits; null until the site gave one.</summary>
    public string? Quiet { get; set; }

    public async Task<Fetched> GetAsync(string path, Reader reader, CancellationToken cancellationToken)
    {
        // “//elsewhere/x” is a path in a site map and another host to a resolver of addresses.
        if (!Uri.TryCreate(site.GetLeftPart(UriPartial.Authority) + path, UriKind.Absolute, out var address) || address.Authority != site.Authority || !path.StartsWith('/'))
        {
            throw new NotFetchedException($"{path}: không phải là địa chỉ của trang này");
        }

        await Task.Delay(TimeSpan.FromSeconds(1 / manners.PerSecond), cancellationToken);
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        inTime.CancelAfter(manners.Timeout);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", reader.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8");
        request.Headers.TryAddWithoutValidation("Accept-Language", "vi-VN,vi;q=0.9");
        if (reader.Referrer is not null)
        {
            request.Headers.TryAddWithoutValidation("Referer", reader.Referrer);
        }

        if (reader.Language is { } language)
        {
            request.Headers.TryAddWithoutValidation("Cookie", $"{PhuSa.Platform.Web.Language.Cookie}={language}");
        }

        if (Quiet is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", $"\"{Quiet}\"");
        }

        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, inTime.Token);
            var body = await BodyAsync(path, response, inTime.Token);
            return new Fetched(
                (int)response.StatusCode,
                response.Headers.Location?.OriginalString,
                response.Content.Headers.ContentType?.ToString(),
                response.Headers.TryGetValues("Refresh", out var refresh) ? string.Join(", ", refresh) : null,
                body);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NotFetchedException($"{path}: không trả lời trong {manners.Timeout.TotalSeconds:0} giây", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or InvalidOperationException)
        {
            // The last of them is what Brotli says of garbage.
            throw new NotFetchedException($"{path}: {e.Message}", e);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<byte[]> BodyAsync(string path, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > manners.MostBytes)
            {
                throw new NotFetchedException($"{path}: dài hơn {manners.MostBytes / (1024 * 1024)} MB");
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
