using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Utils;
using PhuSa.Platform.Notices;

namespace PhuSa.Office.Channels;

/// <summary>Mail over SMTP. One connection serves all messages of a run.</summary>
internal sealed class MailChannel(MailSettings settings) : IMessageChannel, IDisposable
{
    private SmtpClient? _client;

    public string Code => MessageChannels.Mail;

    public bool IsConfigured => settings.Host is not null && settings.From is not null;

    public async Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var mail = Compose(message);
        using var slow = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        slow.CancelAfter(settings.Timeout);
        try
        {
            var client = await ConnectedAsync(slow.Token);
            await client.SendAsync(mail, slow.Token);
        }
        catch (SmtpCommandException e) when (e.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted && (int)e.StatusCode >= 500)
        {
            throw NotSent(MessageErrors.MailRefused, e, forGood: true, $"{(int)e.StatusCode} {e.Message}");
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            Hang();
            throw NotSent(MessageErrors.MailSlow, e, forGood: false, settings.Timeout.TotalSeconds);
        }
        catch (Exception e) when (e is SmtpCommandException or ProtocolException or AuthenticationException or SslHandshakeException or SocketException or IOException or ServiceNotConnectedException or NotSupportedException or TimeoutException)
        {
            Hang();
            throw NotSent(MessageErrors.MailAway, e, forGood: false, e is SmtpCommandException said ? $"{(int)said.StatusCode} {said.Message}" : e.Message);
        }
    }

    public void Dispose() => Hang();

    private MimeMessage Compose(OutgoingMessage message)
    {
        if (!MailboxAddress.TryParse(message.To, out var to) || to.Address != message.To.Trim() || to.Address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || !to.Address.Contains('@', StringComparison.Ordinal))
        {
            throw NotSent(MessageErrors.NoAddress, inner: null, forGood: true);
        }

        var from = MailboxAddress.Parse(settings.From!);
        var mail = new MimeMessage(new[] { from }, new[] { to }, OneLine(message.Subject), new TextPart("plain") { Text = message.Text });
        mail.MessageId = message.Id == Guid.Empty ? MimeUtils.GenerateMessageId(from.Domain) : $"{message.Id:N}@{from.Domain}";
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (message.List is { } list)
        {
            mail.Headers.Add(HeaderId.ListId, $"Phu Sa <{list}.{from.Domain}>");
            mail.Headers.Add(HeaderId.Precedence, "bulk");
        }

        return mail;
    }

    /// <summary>A line break in a subject could begin a header of its own.</summary>
    private static string OneLine(string subject) => new([.. subject.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]);

    private async Task<SmtpClient> ConnectedAsync(CancellationToken cancellationToken)
    {
        if (_client is { IsConnected: true })
        {
            return _client;
        }

        Hang();
        _client = new SmtpClient { Timeout = (int)settings.Timeout.TotalMilliseconds };
        if (settings.TrustedCertificate is { } trusted)
        {
            _client.ServerCertificateValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None || certificate?.GetCertHashString() == trusted.GetCertHashString();
        }

        await _client.ConnectAsync(settings.Host!, settings.Port, settings.Security, cancellationToken);
        if (settings.User is { Length: > 0 } user)
        {
            await _client.AuthenticateAsync(user, settings.Password, cancellationToken);
        }

        return _client;
    }

    private static MessageNotSentException NotSent(string sentence, Exception? inner, bool forGood, params object[] args) =>
        new(MessageErrors.Filled(sentence, args), inner, forGood);

    private void Hang()
    {
        _client?.Dispose();
        _client = null;
    }
}
