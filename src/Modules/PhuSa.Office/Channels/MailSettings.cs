using System.Security.Cryptography.X509Certificates;
using MailKit.Security;
using Microsoft.Extensions.Configuration;

namespace PhuSa.Office.Channels;

/// <summary>The mail server, from the section <c>Mail</c>. Without <c>Mail:Host</c> there is no mail.</summary>
internal sealed class MailSettings(IConfiguration configuration)
{
    private readonly IConfigurationSection _mail = configuration.GetSection("Mail");

    public string? Host => _mail["Host"] is { Length: > 0 } host ? host : null;

    public int Port => _mail.GetValue("Port", 587);

    public string? User => _mail["User"];

    public string Password => _mail["Password"] ?? "";

    /// <summary>“Phù Sa &lt;khong-tra-loi@example.vn&gt;”.</summary>
    public string? From => _mail["From"];

    /// <summary>StartTls (the default), Tls or None. Nothing is sent in the clear unless None is asked for.</summary>
    public SecureSocketOptions Security => (_mail["Security"] ?? "StartTls") switch
    {
        "StartTls" => SecureSocketOptions.StartTls,
        "Tls" => SecureSocketOptions.SslOnConnect,
        "None" => SecureSocketOptions.None,
        var other => throw new InvalidOperationException($"Mail:Security is “{other}”; it may be StartTls, Tls or None."),
    };

    public TimeSpan Timeout => TimeSpan.FromSeconds(_mail.GetValue("TimeoutSeconds", 20));

    /// <summary>A PEM file with the server's own certificate, where no public authority signed it.</summary>
    public X509Certificate2? TrustedCertificate => _mail["TrustedCertificate"] is { Length: > 0 } file ? X509CertificateLoader.LoadCertificateFromFile(file) : null;
}
