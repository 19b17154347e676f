using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Files.Keeping;
using PhuSa.Files.Shelf;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Files;

/// <summary>Byte by byte over a real connection: clients that lie about the length, and connections that break.</summary>
public sealed class BrokenConnectionTests : IAsyncLifetime
{
    private const string Border = "------ranh-gioi";
    private App _app = null!;
    private string _cookies = "";
    private string _token = "";

    private Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync(empty: true, prepare: app => app.UseKestrel());
        var visitor = await _app.SignedInAsync(Role.DepartmentOfficer, site: $"localhost:{Address.Port}");
        await visitor.OpenAsync(SharedFiles.Url);
        Assert.Equal(200, visitor.Status);
        _token = ((IHtmlInputElement)visitor.Page.QuerySelector("main input[name=__RequestVerificationToken]")!).Value;
        _cookies = string.Join("; ", visitor.Response.RequestMessage!.Headers.GetValues("Cookie").Concat(visitor.Response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0])));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_connection_cut_half_way_leaves_nothing_half_stored()
    {
        var body = Body(new byte[2_000_000]);
        using (var socket = await SendAsync(Head(body.Length), body[..1_000_000]))
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        // The server is alive, and what it had of the file is gone.
        Assert.StartsWith("HTTP/1.1 302", await TalkAsync(Head(Body(Samples.Pdf()).Length), Body(Samples.Pdf())), StringComparison.Ordinal);
        await _app.InDbAsync(async db => Assert.Equal(1, await db.Set<KeptFile>().CountAsync()));
        var wait = Stopwatch.StartNew();
        while (_app.Stored().Count != 1 && wait.Elapsed < TimeSpan.FromSeconds(20))
        {
            await Task.Delay(50);
        }

        Assert.Single(_app.Stored());
    }

    [Fact]
    public async Task Ten_gigabytes_announced_are_refused_before_they_are_read()
    {
        var answer = await TalkAsync(Head(10L * 1024 * 1024 * 1024), []);

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("Tệp lớn hơn 20 MB", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_without_a_length_is_stopped_at_the_limit()
    {
        var head = Head(null);
        var start = Body([], end: false);
        using var socket = await SendAsync(head, Encoding.ASCII.GetBytes($"{start.Length:X}\r\n"), start, "\r\n"u8.ToArray());
        var answer = Task.Run(() => AnswerAsync(socket));
        var chunk = new byte[1024 * 1024];
        byte[] framed = [.. Encoding.ASCII.GetBytes($"{chunk.Length:X}\r\n"), .. chunk, .. "\r\n"u8];
        var sent = 0;
        try
        {
            for (; sent < 200 && !answer.IsCompleted; sent++)
            {
                await socket.SendAsync(framed);
            }
        }
        catch (SocketException)
        {
            // The server has stopped listening, as it should.
        }

        Assert.InRange(sent, 19, 199);
        Assert.StartsWith("HTTP/1.1 413", await answer, StringComparison.Ordinal);
        Assert.Empty(_app.Stored());
    }

    private static byte[] Body(byte[] file, string token, bool end) =>
    [
        .. Encoding.UTF8.GetBytes($"--{Border}\r\nContent-Disposition: form-data; name=\"__RequestVerificationToken\"\r\n\r\n{token}\r\n--{Border}\r\nContent-Disposition: form-data; name=\"Input.File\"; filename=\"a.pdf\"\r\n\r\n"),
        .. file,
        .. end ? Encoding.UTF8.GetBytes($"\r\n--{Border}--\r\n") : [],
    ];

    private byte[] Body(byte[] file, bool end = true) => Body(file, _token, end);

    private byte[] Head(long? length) => Encoding.ASCII.GetBytes(
        $"POST {SharedFiles.Url} HTTP/1.1\r\nHost: localhost:{Address.Port}\r\nCookie: {_cookies}\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary={Border}\r\n"
        + (length is null ? "Transfer-Encoding: chunked\r\n\r\n" : $"Content-Length: {length}\r\n\r\n"));

    private async Task<string> TalkAsync(params byte[][] parts)
    {
        using var socket = await SendAsync(parts);
        return await AnswerAsync(socket);
    }

    private async Task<Socket> SendAsync(params byte[][] parts)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
        foreach (var part in parts)
        {
            await socket.SendAsync(part);
        }

        return socket;
    }

    private static async Task<string> AnswerAsync(Socket socket)
    {
        var answer = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            int read;
            while ((read = await socket.ReceiveAsync(buffer)) > 0)
            {
                answer.Write(buffer, 0, read);
            }
        }
        catch (SocketException)
        {
            // Reset after the answer.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
