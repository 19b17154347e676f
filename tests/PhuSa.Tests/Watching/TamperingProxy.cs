using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PhuSa.Tests.Watching;

/// <summary>An answer on its way through the proxy.</summary>
public sealed record Passing(int Status, byte[] Body, string? Location = null, string? ContentType = null, string? Encoding = null)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    public Passing Saying(string text) => this with { Body = System.Text.Encoding.UTF8.GetBytes(text) };

    /// <summary>One place is changed, and it must be there.</summary>
    public Passing Replacing(string from, string to)
    {
        var at = Text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"“{from}” is not on the page.");
        return Saying(Text[..at] + to + Text[(at + from.Length)..]);
    }
}

/// <summary>A real HTTP server between the readers and the product, which may change what passes.</summary>
public sealed class TamperingProxy : IAsyncDisposable
{
    private const string Site = "khcn.localhost";
    private readonly WebApplication _server;
    private HttpClient? _product;

    private TamperingProxy(WebApplication server) => _server = server;

    public Uri Address { get; private set; } = null!;

    /// <summary>Null: everything passes as it is.</summary>
    public Func<HttpRequest, Passing, Passing>? Tamper { get; set; }

    public ConcurrentQueue<string> Asked { get; } = new();

    public static async Task<TamperingProxy> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var proxy = new TamperingProxy(server);
        server.Run(proxy.PassAsync);
        await server.StartAsync();
        proxy.Address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return proxy;
    }

    public void StandBefore(App app) => _product = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri($"http://{Site}/") });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _product?.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var asked = context.Request.Path + context.Request.QueryString;
        Asked.Enqueue(asked);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(asked, UriKind.Relative));
        foreach (var (name, value) in context.Request.Headers.Where(header => header.Key is not ("Host" or "Connection")))
        {
            request.Headers.TryAddWithoutValidation(name, value.ToArray());
        }

        using var response = await _product!.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        if (response.Content.Headers.ContentEncoding.Contains("gzip"))
        {
            await using var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            await gzip.CopyToAsync(plain);
            body = plain.ToArray();
        }
        else if (response.Content.Headers.ContentEncoding.Contains("br"))
        {
            await using var brotli = new BrotliStream(new MemoryStream(body), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            await brotli.CopyToAsync(plain);
            body = plain.ToArray();
        }

        var passing = new Passing((int)response.StatusCode, body, response.Headers.Location?.OriginalString, response.Content.Headers.ContentType?.ToString());
        passing = Tamper?.Invoke(context.Request, passing) ?? passing;
        context.Response.StatusCode = passing.Status;
        context.Response.ContentType = passing.ContentType;
        if (passing.Encoding is { } encoding)
        {
            context.Response.Headers.ContentEncoding = encoding;
        }

        if (passing.Location is { } location)
        {
            context.Response.Headers.Location = location;
        }

        await context.Response.Body.WriteAsync(passing.Body);
    }
}
