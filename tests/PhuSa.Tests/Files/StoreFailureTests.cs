using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PhuSa.Files.Keeping;
using PhuSa.Files.Shelf;
using PhuSa.Platform.Files;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Files;

/// <summary>Where files cannot be kept the person is told so, nothing is half stored, and the journal says it.</summary>
public sealed class StoreFailureTests
{
    private const string Sentence = "Chưa lưu được tệp vì nơi lưu tệp không ghi được hoặc không trả lời.";

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_at_the_field_and_noted()
    {
        // A file where the folder should be: it stops root as well.
        await using var app = await FilesApp.StartAsync(a =>
        {
            Directory.CreateDirectory(a.Data);
            File.WriteAllText(Path.Combine(a.Data, "tep"), "");
        });
        var officer = await (await app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(SharedFiles.Url);

        await officer.UploadAsync("main form", "Input.File", Samples.Pdf(), "a.pdf");

        Assert.Equal(422, officer.Status);
        Assert.Contains(Sentence, officer.Page.QuerySelector(".ps-error")!.TextContent, StringComparison.Ordinal);
        await NothingIsKeptAsync(app);
    }

    [Fact]
    public async Task A_store_that_fails_after_the_file_came_keeps_nothing_half()
    {
        await using var app = await FilesApp.StartAsync();
        var folder = Path.Combine(app.Data, "tep");
        Directory.CreateDirectory(folder);
        for (var first = 0; first < 256; first++)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, first.ToString("x2", CultureInfo.InvariantCulture)), "");
        }

        var refused = await Assert.ThrowsAsync<RefusedException>(() => app.TakeInAsync(Samples.Pdf(), "a.pdf"));

        Assert.StartsWith(Sentence, refused.Text, StringComparison.Ordinal);
        Assert.Empty(app.HalfWay());
        await NothingIsKeptAsync(app);
    }

    [Fact]
    public async Task A_store_of_S3_that_is_gone_is_told_and_works_again_when_it_is_back()
    {
        var folder = Directory.CreateTempSubdirectory("phusa-s3-").FullName;
        var (server, port) = await S3Async(folder);
        await using var app = await FilesApp.StartAsync(a => Use(a, port));
        await app.TakeInAsync(Samples.Utf8("trước\n"), "a.txt");
        server.Kill();
        await server.WaitForExitAsync();
        server.Dispose();

        var refused = await Assert.ThrowsAsync<RefusedException>(() => app.TakeInAsync(Samples.Utf8("sau\n"), "b.txt"));

        Assert.StartsWith(Sentence, refused.Text, StringComparison.Ordinal);
        Assert.Empty(app.HalfWay());
        await app.InDbAsync(async db => Assert.Equal(1, await db.Set<KeptFile>().CountAsync()));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")]
    [InlineData("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")]
    [InlineData("")]
    public async Task A_store_of_S3_that_answers_with_an_error_or_never_is_told(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, answer);
        await using var app = await FilesApp.StartAsync(a =>
        {
            Use(a, ((IPEndPoint)listener.LocalEndpoint).Port);
            a.Settings["Files:S3:TimeoutSeconds"] = "1";
        });

        var refused = await Assert.ThrowsAsync<RefusedException>(() => app.TakeInAsync(Samples.Pdf(), "a.pdf"));

        Assert.StartsWith(Sentence, refused.Text, StringComparison.Ordinal);
        Assert.Empty(app.HalfWay());
        await NothingIsKeptAsync(app);
        listener.Stop();
        await serving;
    }

    private static async Task NothingIsKeptAsync(App app) => await app.InDbAsync(async db =>
    {
        Assert.Equal((0, 0), (await db.Set<KeptFile>().CountAsync(), await db.Set<KeptContent>().CountAsync()));
        var note = await db.Set<JournalEntry>().SingleAsync(e => e.Action == "NotStored");
        Assert.Equal("Nơi lưu tệp không ghi được", note.Why);
        Assert.Equal("a.pdf", (await app.ReadAsync(note)).Title);
    });

    private static void Use(App app, int port)
    {
        app.Settings["Files:S3:Endpoint"] = $"http://127.0.0.1:{port}";
        app.Settings["Files:S3:Bucket"] = "phusa";
        app.Settings["Files:S3:AccessKey"] = "S3RVER";
        app.Settings["Files:S3:SecretKey"] = "S3RVER";
    }

    private static async Task<(Process Server, int Port)> S3Async(string folder)
    {
        var server = Process.Start(new ProcessStartInfo("node", [App.Repository("tests/servers/s3.mjs"), folder, "phusa"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return (server, int.Parse((await server.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
    }

    private static async Task ServeAsync(TcpListener listener, string answer)
    {
        var held = new List<TcpClient>();
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                held.Add(client);
                if (answer.Length == 0)
                {
                    continue;
                }

                var stream = client.GetStream();
                _ = await stream.ReadAsync(new byte[64 * 1024]);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // The test is over.
        }
        finally
        {
            held.ForEach(client => client.Dispose());
        }
    }
}
