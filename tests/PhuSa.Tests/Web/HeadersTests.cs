using System.Net;

namespace PhuSa.Tests.Web;

public sealed class HeadersTests(App app)
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/assets/khong-co.css")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/")]
    [InlineData("/tim-kiem?q=xoai")]
    public async Task Every_answer_carries_the_content_policy_and_names_no_server(string address)
    {
        var visitor = await app.Visit().OpenAsync(address);
        var headers = visitor.Response.Headers;

        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self'; img-src 'self' data:;", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.All(["object-src 'none'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'"], part => Assert.Contains(part, policy, StringComparison.Ordinal));
        Assert.Equal("strict-origin-when-cross-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.Equal("camera=(), geolocation=(), microphone=()", Assert.Single(headers.GetValues("Permissions-Policy")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.False(headers.Contains("Server"));
    }

    [Fact]
    public async Task Over_https_only_where_it_is_configured()
    {
        await using var app = await App.StartAsync(empty: true, prepare: a => a.Settings["Https:Required"] = "true");

        var plain = await app.Visit().OpenAsync("/thong-ke-truy-cap?a=1");
        using var http = app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://khcn.localhost/") });
        using var secure = await http.GetAsync(new Uri("/readyz", UriKind.Relative));

        Assert.Equal((int)HttpStatusCode.PermanentRedirect, plain.Status);
        Assert.Equal("https://khcn.localhost/thong-ke-truy-cap?a=1", plain.Redirect!.ToString());
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(secure.Headers.GetValues("Strict-Transport-Security")));
    }

    [Fact]
    public async Task The_display_cookie_is_secure_over_https()
    {
        using var http = app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://khcn.localhost/") });
        using var form = new FormUrlEncodedContent([new("size", "up"), new("back", "/")]);

        using var answer = await http.PostAsync(new Uri("/co-chu", UriKind.Relative), form);

        Assert.Contains("secure", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Posts_from_one_address_are_limited_and_reading_is_not()
    {
        await using var app = await App.StartAsync(empty: true, prepare: a => a.Settings["Limits:PostsPerMinute"] = "3");
        var http = app.Visit().Http;
        var posts = new List<int>();
        var reads = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            using var form = new FormUrlEncodedContent([new("size", "up")]);
            using var post = await http.PostAsync(new Uri("/co-chu", UriKind.Relative), form);
            using var read = await http.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative));
            posts.Add((int)post.StatusCode);
            reads.Add((int)read.StatusCode);
        }

        Assert.Equal([302, 302, 302, 429, 429], posts);
        Assert.All(reads, status => Assert.Equal(200, status));
    }
}
