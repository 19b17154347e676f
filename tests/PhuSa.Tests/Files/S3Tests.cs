using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using PhuSa.Files.Images;
using PhuSa.Files.Store;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Files;

/// <summary>The same product with its files in a store that speaks S3: a real server on a free port.</summary>
public sealed class S3Tests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("phusa-s3-").FullName;
    private Process _server = null!;
    private App _app = null!;

    public async ValueTask InitializeAsync()
    {
        _server = Process.Start(new ProcessStartInfo("node", [App.Repository("tests/servers/s3.mjs"), _folder, "phusa"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var port = int.Parse((await _server.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        _app = await FilesApp.StartAsync(app =>
        {
            app.Settings["Files:S3:Endpoint"] = $"http://127.0.0.1:{port}";
            app.Settings["Files:S3:Bucket"] = "phusa";
            app.Settings["Files:S3:AccessKey"] = "S3RVER";
            app.Settings["Files:S3:SecretKey"] = "S3RVER";
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _server.Kill();
        await _server.WaitForExitAsync();
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_file_is_stored_read_in_parts_made_smaller_and_swept()
    {
        var person = await _app.PersonAsync(Role.CooperativeDirector);
        var owner = new FileOwner(OwnPapersGuard.Own, person.OrganisationId!.Value);
        var text = await _app.TakeInAsync(Samples.Utf8("0123456789\n"), "a.txt", owner);
        var again = await _app.TakeInAsync(Samples.Utf8("0123456789\n"), "b.txt", owner);
        var photograph = await _app.TakeInAsync(Samples.Photograph(700, 500), "a.jpg", owner);

        Assert.Equal(text.Sha256, again.Sha256);
        Assert.Equal("0123456789\n"u8.ToArray(), await _app.ReadAsync(text));
        Assert.Empty(_app.Stored());
        Assert.Equal(2, Objects().Count);

        var http = (await _app.SignedInAsync(person)).Http;
        using var part = new HttpRequestMessage(HttpMethod.Get, text.Url) { Headers = { Range = new RangeHeaderValue(4, 7) } };
        var answer = await http.SendAsync(part);
        Assert.Equal((HttpStatusCode.PartialContent, "4567"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));

        Assert.Equal([1, 1], (await _app.RunAsync(VariantsJob.JobCode))!.Args);
        Assert.Equal(2 + 3, Objects().Count);
        Assert.Equal("image/avif", (await http.GetAsync(new Uri(photograph.Url + "/320.avif", UriKind.Relative))).Content.Headers.ContentType!.MediaType);

        await _app.AsOfficerAsync(async files =>
        {
            await files.RemoveAsync(photograph.Id, "thử", CancellationToken.None);
            return 0;
        });
        await _app.DayPassesAsync();
        await _app.RunAsync(SweepJob.JobCode);
        Assert.Single(Objects());
    }

    private List<string> Objects() => [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Where(f => f.EndsWith("_object", StringComparison.Ordinal))];
}
