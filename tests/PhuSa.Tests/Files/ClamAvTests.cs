using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Files;

/// <summary>With Debian's own daemon and one local signature; no signatures are fetched.</summary>
public sealed class ClamAvTests : IAsyncLifetime
{
    private const string Daemon = "/usr/sbin/clamd";
    private readonly string _folder = Directory.CreateTempSubdirectory("phusa-clam-").FullName;
    private Process? _daemon;

    private string SocketPath => Path.Combine(_folder, "clamd.ctl");

    /// <summary>The test file of the antivirus makers, put together here so that no scanner minds this source.</summary>
    private static byte[] Eicar => Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!" + "$H+H*");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "db"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "db", "eicar.ndb"), $"Eicar-Test:0:*:{Convert.ToHexStringLower(Eicar)}\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "clamd.conf"), $"LocalSocket {SocketPath}\nDatabaseDirectory {_folder}/db\nForeground yes\nStreamMaxLength 1M\nTemporaryDirectory {_folder}\n");
        _daemon = Process.Start(new ProcessStartInfo(Daemon, ["--config-file", Path.Combine(_folder, "clamd.conf")]) { RedirectStandardOutput = true, RedirectStandardError = true });
        var wait = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            Assert.True(wait.Elapsed < TimeSpan.FromSeconds(60) && !_daemon!.HasExited, "clamd did not start.");
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_daemon is { HasExited: false })
        {
            _daemon.Kill();
            await _daemon.WaitForExitAsync();
        }

        _daemon?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_clean_file_comes_in_and_one_with_a_virus_is_refused_and_noted()
    {
        await using var app = await FilesApp.StartAsync(a => a.Settings["Files:ClamAv"] = SocketPath);
        var owner = new FileOwner(OwnPapersGuard.Own, Guid.CreateVersion7());

        var clean = await app.TakeInAsync(Samples.Pdf(), "sạch.pdf", owner);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => app.TakeInAsync(Eicar, "../virus.txt", owner));

        Assert.Contains("vi-rút (Eicar-Test", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(clean.Sha256, Assert.Single(app.Stored()), StringComparison.Ordinal);
        var note = Assert.Single(await app.JournalAsync(owner.Id));
        Assert.Equal(("Infected", "Tệp bị từ chối"), (note.Action, note.Title));
        Assert.Equal("virus.txt", (await app.ReadAsync(note)).Title);
        Assert.StartsWith("ClamAV: Eicar-Test", note.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_virus_in_a_package_is_found()
    {
        await using var app = await FilesApp.StartAsync(a => a.Settings["Files:ClamAv"] = SocketPath);

        await Assert.ThrowsAsync<RefusedException>(() => app.TakeInAsync(Samples.ZipOf(("a.txt", Eicar)), "a.zip"));
    }

    [Fact]
    public async Task A_file_longer_than_the_daemon_takes_is_not_taken_in_unscanned()
    {
        await using var app = await FilesApp.StartAsync(a => a.Settings["Files:ClamAv"] = SocketPath);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => app.TakeInAsync(Samples.Utf8(new string('a', 3 * 1024 * 1024)), "a.txt"));

        Assert.Contains("Chưa kiểm tra được vi-rút", refused.Text, StringComparison.Ordinal);
        Assert.Empty(app.Stored());
    }

    [Theory]
    [InlineData("/khong/co/clamd.ctl")]
    [InlineData("127.0.0.1:1")]
    [InlineData("sai-dia-chi")]
    public async Task Where_the_daemon_cannot_be_asked_nothing_is_taken_in(string address)
    {
        await using var app = await FilesApp.StartAsync(a => a.Settings["Files:ClamAv"] = address);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => app.TakeInAsync(Samples.Pdf(), "a.pdf"));

        Assert.Contains("Chưa kiểm tra được vi-rút", refused.Text, StringComparison.Ordinal);
        Assert.Empty(app.Stored());
    }

    [Fact]
    public async Task A_daemon_that_never_answers_is_not_waited_for_without_end()
    {
        using var silent = new TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        await using var app = await FilesApp.StartAsync(a =>
        {
            a.Settings["Files:ClamAv"] = silent.LocalEndpoint.ToString();
            a.Settings["Files:ClamAvSeconds"] = "1";
        });

        await Assert.ThrowsAsync<RefusedException>(() => app.TakeInAsync(Samples.Pdf(), "a.pdf"));
        Assert.Empty(app.Stored());
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(SocketPath));
            await socket.SendAsync("zPING\0"u8.ToArray());
            var answer = new byte[16];
            return await socket.ReceiveAsync(answer) >= 4 && answer.AsSpan().StartsWith("PONG"u8);
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
