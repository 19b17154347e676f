using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using MimeKit;

namespace PhuSa.Tests.Office;

/// <summary>A mail as the server took it.</summary>
public sealed record ReceivedMail(string From, IReadOnlyList<string> To, bool Secure, string? User, MimeMessage Mail);

/// <summary>The npm package smtp-server in a process of its own, with a certificate made for this run.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    public const string User = "phusa";
    public const string Password = "thư đi 2026";

    private readonly Process _process;
    private readonly string _certificate;
    private readonly ConcurrentQueue<ReceivedMail> _mails = new();

    private SmtpServer(Process process, int port, string certificate)
    {
        _process = process;
        _certificate = certificate;
        Port = port;
        _ = ReadAsync();
    }

    public int Port { get; }

    public IReadOnlyList<ReceivedMail> Mails => [.. _mails];

    /// <summary>The configuration under which the product sends through this server.</summary>
    public Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = $"{Port}",
        ["Mail:User"] = User,
        ["Mail:Password"] = Password,
        ["Mail:From"] = "Phù Sa <khong-tra-loi@phusa.example>",
        ["Mail:TrustedCertificate"] = _certificate,
        ["Mail:TimeoutSeconds"] = "3",
    };

    public static async Task<SmtpServer> StartAsync(bool tls = true)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var file = Path.Combine(Path.GetTempPath(), $"phusa-smtp-{Guid.CreateVersion7():N}.pem");
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem());

        object settings = tls
            ? new { key = key.ExportPkcs8PrivateKeyPem(), cert = certificate.ExportCertificatePem(), user = User, password = Password }
            : new { user = User, password = Password };
        var process = Process.Start(new ProcessStartInfo("node", [App.Repository("tests/servers/smtp.mjs"), JsonSerializer.Serialize(settings)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        using var first = JsonDocument.Parse(line ?? throw new InvalidOperationException("The SMTP server did not start: is tests/servers/node_modules there?"));
        return new SmtpServer(process, first.RootElement.GetProperty("port").GetInt32(), file);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(_certificate);
    }

    /// <summary>The mails, once there are so many of them.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> WaitForAsync(int count)
    {
        for (var tries = 0; _mails.Count < count; tries++)
        {
            Assert.True(tries < 200, $"{_mails.Count} of {count} mails came within ten seconds.");
            await Task.Delay(50);
        }

        return Mails;
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            using var mail = JsonDocument.Parse(line);
            var root = mail.RootElement;
            using var raw = new MemoryStream(root.GetProperty("raw").GetBytesFromBase64());
            _mails.Enqueue(new ReceivedMail(
                root.GetProperty("from").GetString()!,
                [.. root.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)],
                root.GetProperty("secure").GetBoolean(),
                root.GetProperty("user").GetString(),
                await MimeMessage.LoadAsync(raw)));
        }
    }
}
