using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Web.Assets;

namespace PhuSa.Tests.Web;

public sealed partial class AssetTests(App app)
{
    private AssetFiles Assets => app.Services.GetRequiredService<AssetFiles>();

    [Theory]
    [InlineData("style.css", "text/css; charset=utf-8")]
    [InlineData("bvp-latin-600.woff2", "font/woff2")]
    [InlineData("bvp-viet-600.woff2", "font/woff2")]
    [InlineData("passkey.mjs", "text/javascript; charset=utf-8")]
    [InlineData("position.mjs", "text/javascript; charset=utf-8")]
    [InlineData("favicon.svg", "image/svg+xml")]
    public async Task An_asset_is_kept_for_ever_under_a_name_that_changes_with_its_content(string name, string type)
    {
        var path = Assets.Path(name);

        using var answer = await AskAsync(path);

        Assert.Matches($@"^/assets/{Path.GetFileNameWithoutExtension(name)}\.[0-9a-f]{{8}}{Path.GetExtension(name)}$", path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.CacheControl!.Public);
        Assert.Equal(TimeSpan.FromDays(365), answer.Headers.CacheControl.MaxAge);
        Assert.Equal("immutable", Assert.Single(answer.Headers.CacheControl.Extensions).Name);
        Assert.Equal((await answer.Content.ReadAsByteArrayAsync()).Length, answer.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0.5, gzip;q=0.8", "gzip")]
    [InlineData("BR", "br")]
    [InlineData("*", "br")]
    [InlineData("*, br;q=0", "gzip")]
    [InlineData("*;q=0", null)]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData("identity, br;q=0.3", null)]
    [InlineData("zstd", null)]
    public async Task The_stylesheet_comes_in_the_encoding_that_the_browser_likes_best(string? accepted, string? expected)
    {
        using var answer = await AskAsync(Assets.Path("style.css"), accepted);

        Assert.Equal(expected, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", Assert.Single(answer.Headers.Vary));
    }

    [Fact]
    public async Task Every_encoding_holds_the_same_stylesheet()
    {
        using var plain = await AskAsync(Assets.Path("style.css"));
        using var brotli = await AskAsync(Assets.Path("style.css"), "br");
        using var gzip = await AskAsync(Assets.Path("style.css"), "gzip");
        await using var fromBrotli = new BrotliStream(await brotli.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        await using var fromGzip = new GZipStream(await gzip.Content.ReadAsStreamAsync(), CompressionMode.Decompress);

        var css = await plain.Content.ReadAsStringAsync();

        Assert.Contains(".ps-fig", css, StringComparison.Ordinal);
        Assert.Equal(css, await new StreamReader(fromBrotli).ReadToEndAsync());
        Assert.Equal(css, await new StreamReader(fromGzip).ReadToEndAsync());
    }

    [Fact]
    public async Task A_font_is_compressed_already_and_comes_as_it_is()
    {
        using var answer = await AskAsync(Assets.Path("bvp-latin-600.woff2"), "br");

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.Empty(answer.Headers.Vary);
    }

    [Fact]
    public async Task A_browser_that_has_the_stylesheet_is_told_so_without_sending_it_again()
    {
        using var first = await AskAsync(Assets.Path("style.css"), "br");

        using var again = await AskAsync(Assets.Path("style.css"), "br", tag: first.Headers.ETag);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_tag_of_one_encoding_is_not_the_tag_of_another()
    {
        using var brotli = await AskAsync(Assets.Path("style.css"), "br");

        using var gzip = await AskAsync(Assets.Path("style.css"), "gzip", tag: brotli.Headers.ETag);

        Assert.Equal(HttpStatusCode.OK, gzip.StatusCode);
        Assert.NotEqual(brotli.Headers.ETag, gzip.Headers.ETag);
    }

    [Fact]
    public async Task Head_answers_like_get_without_the_body()
    {
        using var get = await AskAsync(Assets.Path("style.css"), "br");

        using var head = await AskAsync(Assets.Path("style.css"), "br", HttpMethod.Head);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/assets/style.00000000.css")]
    [InlineData("/assets/style.css")]
    [InlineData("/assets/assets.json")]
    [InlineData("/assets/")]
    public async Task A_name_that_is_not_current_is_not_found(string path)
    {
        using var answer = await AskAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task An_asset_is_only_read()
    {
        using var answer = await AskAsync(Assets.Path("style.css"), method: HttpMethod.Delete);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/favicon.svg")]
    [InlineData("/favicon.ico")]
    public async Task The_icon_has_a_fixed_address_and_is_kept_for_a_day(string path)
    {
        using var answer = await AskAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(TimeSpan.FromDays(1), answer.Headers.CacheControl!.MaxAge);
        Assert.Empty(answer.Headers.CacheControl.Extensions);
        Assert.StartsWith("<svg", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_that_the_stylesheet_names_is_there()
    {
        using var style = await AskAsync(Assets.Path("style.css"));

        var named = FileInStyle().Matches(await style.Content.ReadAsStringAsync()).Select(match => "/assets/" + match.Groups[1].Value).ToList();

        Assert.Equal([Assets.Path("bvp-latin-600.woff2"), Assets.Path("bvp-viet-600.woff2")], named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_look_of_a_first_visit_weighs_at_most_24_kilobytes()
    {
        var weight = 0L;
        foreach (var name in new[] { "style.css", "bvp-latin-600.woff2", "bvp-viet-600.woff2" })
        {
            using var answer = await AskAsync(Assets.Path(name), "br");
            weight += answer.Content.Headers.ContentLength!.Value;
        }

        Assert.InRange(weight, 1, 24_000);
    }

    [Fact]
    public void A_page_that_asks_for_an_unknown_asset_is_told_its_name()
    {
        var error = Assert.Throws<ArgumentException>(() => Assets.Path("stile.css"));

        Assert.Contains("stile.css", error.Message, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> AskAsync(
        string path, string? accepted = null, HttpMethod? method = null, EntityTagHeaderValue? tag = null)
    {
        using var client = app.CreateClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        if (tag is not null)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        return await client.SendAsync(request);
    }

    [GeneratedRegex("""url\("(?!data:)([^"]+)"\)""")]
    private static partial Regex FileInStyle();
}
