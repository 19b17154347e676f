using System.Net;
using System.Net.Sockets;
using System.Text;
using PhuSa.Files.Keeping;
using PhuSa.Files.Shelf;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Files;

/// <summary>A daemon that dies or talks nonsense: nothing comes in that was not seen to its end.</summary>
public sealed class BrokenScannerTests
{
    private const string NotChecked = "Chưa kiểm tra được vi-rút";

    [Theory]
    [InlineData(100_000, "", NotChecked)] // dies in the middle of the file
    [InlineData(100_000, "stream: OK\0", NotChecked)] // says yes before it has seen the whole
    [InlineData(100_000, "stream: OK\0", NotChecked, 20_000)] // the same where the sockets' buffers take the whole file at once
    [InlineData(int.MaxValue, "", NotChecked)]
    [InlineData(int.MaxValue, "stream: O", NotChecked)]
    [InlineData(int.MaxValue, "stream: OK", NotChecked)] // breaks off before the end of its answer
    [InlineData(int.MaxValue, "\u0001\u0002 HTTP/1.1 200 OK\0", NotChecked)]
    [InlineData(int.MaxValue, "stream: Can't allocate memory ERROR\0", NotChecked)]
    [InlineData(int.MaxValue, "INSTREAM size limit exceeded. ERROR\0", "tệp lớn hơn mức trình quét nhận")]
    public async Task Nothing_is_taken_in_that_the_scanner_did_not_pass(int reads, string answers, string told, int lines = 200_000)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var daemon = DaemonAsync(listener, reads, answers);
        await using var app = await FilesApp.StartAsync(a => a.Settings["Files:ClamAv"] = listener.LocalEndpoint.ToString());
        var officer = await (await app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(SharedFiles.Url);

        await officer.UploadAsync("main form", "Input.File", Samples.Utf8(string.Concat(Enumerable.Repeat("Phù sa bồi đắp\n", lines))), "a.txt");

        Assert.Equal(422, officer.Status);
        Assert.Contains(told, officer.Page.QuerySelector(".ps-error")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(app.Stored());
        await app.InDbAsync(db =>
        {
            Assert.False(db.Set<KeptFile>().Any());
            return Task.CompletedTask;
        });
        listener.Stop();
        await daemon;
    }

    /// <summary>Reads so many bytes, or to the empty block at the end, says its word and hangs up.</summary>
    private static async Task DaemonAsync(TcpListener listener, int reads, string answers)
    {
        try
        {
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            var buffer = new byte[64 * 1024];
            var last = new byte[4] { 1, 1, 1, 1 };
            int read;
            for (var seen = 0; seen < reads && (read = await stream.ReadAsync(buffer)) > 0; seen += read)
            {
                last = [.. last.Concat(buffer.Take(read)).TakeLast(4)];
                if (last.All(b => b == 0))
                {
                    break;
                }
            }

            await stream.WriteAsync(Encoding.UTF8.GetBytes(answers));
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException)
        {
            // Hung up on: the test says what is expected of the other side.
        }
    }
}
