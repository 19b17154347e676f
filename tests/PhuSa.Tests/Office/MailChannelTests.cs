using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using MimeKit;
using PhuSa.Office.Channels;
using PhuSa.Platform.Notices;

namespace PhuSa.Tests.Office;

public sealed class MailChannelTests : IAsyncLifetime
{
    private SmtpServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SmtpServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_mail_goes_encrypted_and_signed_in_with_its_Vietnamese_whole()
    {
        var id = Guid.CreateVersion7();
        using var channel = Channel();
        var text = $"Kính gửi Nguyễn Thị Bưởi,\n\n{new string('ạ', 1500)}\n.\nĐồng Tháp – Long Xuyên\n";

        await channel.SendAsync(new("buoi@htx.example", "Phù Sa: hồ sơ “Xoài Long Bình” cần bổ sung trước ngày 30/06 tại Sở Khoa học và Công nghệ", text, id, List: "thong-bao"), CancellationToken.None);

        var received = Assert.Single(await _server.WaitForAsync(1));
        Assert.True(received.Secure);
        Assert.Equal(SmtpServer.User, received.User);
        Assert.Equal("khong-tra-loi@phusa.example", received.From);
        Assert.Equal(["buoi@htx.example"], received.To);
        Assert.Equal("Phù Sa: hồ sơ “Xoài Long Bình” cần bổ sung trước ngày 30/06 tại Sở Khoa học và Công nghệ", received.Mail.Subject);
        Assert.Equal(text, received.Mail.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal($"{id:N}@phusa.example", received.Mail.MessageId);
        Assert.Equal("Phu Sa <thong-bao.phusa.example>", received.Mail.Headers[HeaderId.ListId]);
        Assert.Equal("auto-generated", received.Mail.Headers["Auto-Submitted"]);
        Assert.Equal("Phù Sa", received.Mail.From.Mailboxes.Single().Name);
    }

    [Theory]
    [InlineData("Tiêu đề\r\nBcc: ke-la@example.com")]
    [InlineData("Tiêu đề\nBcc: ke-la@example.com\n\nthân thư khác")]
    [InlineData("a\rBcc: ke-la@example.com")]
    [InlineData("a\u2028Bcc: ke-la@example.com")]
    public async Task A_subject_begins_no_header(string subject)
    {
        using var channel = Channel();

        await channel.SendAsync(new("an@htx.example", subject, "thân thư", Guid.CreateVersion7()), CancellationToken.None);

        var mail = (await _server.WaitForAsync(1))[0];
        Assert.Equal(["an@htx.example"], mail.To);
        Assert.Empty(mail.Mail.Bcc);
        Assert.DoesNotContain("Bcc", mail.Mail.Headers.Select(header => header.Field), StringComparer.OrdinalIgnoreCase);
        Assert.Equal("thân thư", mail.Mail.TextBody!.Trim());
    }

    [Theory]
    [InlineData("an@htx.example\r\nRCPT TO:<ke-la@example.com>")]
    [InlineData("an@htx.example, ke-la@example.com")]
    [InlineData("an@htx.example>\r\nDATA")]
    [InlineData("Tên <an@htx.example>")]
    [InlineData("an")]
    [InlineData("")]
    [InlineData("@")]
    public async Task What_is_not_one_address_is_refused_for_good(string to)
    {
        using var channel = Channel();

        var refused = await Assert.ThrowsAsync<MessageNotSentException>(() => channel.SendAsync(new(to, "a", "b", Guid.CreateVersion7()), CancellationToken.None));

        Assert.True(refused.ForGood);
        Assert.Empty(_server.Mails);
    }

    [Theory]
    [InlineData("khong-co@htx.example", true)]
    [InlineData("thu-lai@htx.example", false)]
    [InlineData("cham@htx.example", false)]
    public async Task An_unknown_mailbox_is_given_up_a_busy_or_slow_server_is_tried_again(string to, bool forGood)
    {
        using var channel = Channel();

        var failed = await Assert.ThrowsAsync<MessageNotSentException>(() => channel.SendAsync(new(to, "a", "b", Guid.CreateVersion7()), CancellationToken.None));

        Assert.Equal(forGood, failed.ForGood);

        // The same channel still serves the next.
        await channel.SendAsync(new("an@htx.example", "a", "b", Guid.CreateVersion7()), CancellationToken.None);
        Assert.Single(await _server.WaitForAsync(1));
    }

    [Fact]
    public async Task A_wrong_password_a_strange_certificate_and_a_server_without_encryption_send_nothing()
    {
        await using var plain = await SmtpServer.StartAsync(tls: false);
        foreach (var change in (Dictionary<string, string?>[])
        [
            new() { ["Mail:Password"] = "sai" },
            new() { ["Mail:TrustedCertificate"] = "" },
            new() { ["Mail:Port"] = $"{plain.Port}" },
        ])
        {
            using var channel = Channel(change);
            var failed = await Assert.ThrowsAsync<MessageNotSentException>(() => channel.SendAsync(new("an@htx.example", "a", "b", Guid.CreateVersion7()), CancellationToken.None));
            Assert.False(failed.ForGood);
        }

        Assert.Empty(_server.Mails);
        Assert.Empty(plain.Mails);
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_says_nothing_is_tried_again()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        using var slow = Channel(new() { ["Mail:Port"] = $"{port}", ["Mail:TimeoutSeconds"] = "1" });
        Assert.False((await Assert.ThrowsAsync<MessageNotSentException>(() => slow.SendAsync(new("an@htx.example", "a", "b", Guid.CreateVersion7()), CancellationToken.None))).ForGood);
        silent.Stop();

        using var away = Channel(new() { ["Mail:Port"] = $"{port}" });
        Assert.False((await Assert.ThrowsAsync<MessageNotSentException>(() => away.SendAsync(new("an@htx.example", "a", "b", Guid.CreateVersion7()), CancellationToken.None))).ForGood);
    }

    [Fact]
    public void Without_a_host_there_is_no_mail() => Assert.False(Channel(new() { ["Mail:Host"] = null }).IsConfigured);

    private MailChannel Channel(Dictionary<string, string?>? changes = null) =>
        new(new MailSettings(new ConfigurationBuilder().AddInMemoryCollection(_server.Settings).AddInMemoryCollection(changes ?? []).Build()));
}
