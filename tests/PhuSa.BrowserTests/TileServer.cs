using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PhuSa.BrowserTests;

/// <summary>A host of its own that answers every tile with one small picture, as a map's ground does.</summary>
internal sealed class TileServer : IAsyncDisposable
{
    /// <summary>One grey-green point, PNG.</summary>
    private static readonly byte[] Tile = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGO4+vgGAAUhApEmly30AAAAAElFTkSuQmCC");

    private readonly WebApplication _server;

    private TileServer(WebApplication server) => _server = server;

    public string Address => _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public ConcurrentBag<string> Asked { get; } = [];

    public static async Task<TileServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new TileServer(builder.Build());
        server._server.MapGet("/{z:int}/{x:int}/{y:int}.png", context =>
        {
            server.Asked.Add(context.Request.Path);
            context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.ContentType = "image/png";
            return context.Response.Body.WriteAsync(Tile).AsTask();
        });
        await server._server.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
