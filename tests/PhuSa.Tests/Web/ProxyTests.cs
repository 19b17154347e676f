using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace PhuSa.Tests.Web;

/// <summary>Forwarded headers are believed from the named proxies only.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5", "203.0.113.7")]
    [InlineData("10.0.0.0/24", "10.0.0.77", "203.0.113.7")]
    [InlineData("10.0.0.5", "198.51.100.9", "198.51.100.9")]
    [InlineData("", "10.0.0.5", "10.0.0.5")]
    public async Task A_spoofed_address_is_ignored_and_the_proxys_is_believed(string trusted, string peer, string seen)
    {
        await using var app = await App.StartAsync(empty: true, prepare: a => a.Settings["TrustedProxies"] = trusted);

        var context = await app.Server.SendAsync(request =>
        {
            request.Request.Method = "GET";
            request.Request.Path = "/openapi/v1.json";
            request.Request.Host = new HostString("khcn.localhost");
            request.Request.Headers["X-Forwarded-For"] = "203.0.113.7";
            request.Request.Headers["X-Forwarded-Proto"] = "https";
            request.Request.Headers["X-Forwarded-Host"] = "lienminh.localhost";
            request.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(peer);
        });

        var believed = seen != peer;
        Assert.Equal(seen, context.Connection.RemoteIpAddress!.ToString());
        Assert.Equal(believed ? "https" : "http", context.Request.Scheme);
        Assert.Equal(believed ? "lienminh.localhost" : "khcn.localhost", context.Request.Host.Host);
    }
}
