using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Office.Messages;
using PhuSa.Office.Notices;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Office;

/// <summary>Messages wait, are tried again and are given up where people see it.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private SmtpServer _smtp = null!;
    private App _app = null!;

    public async ValueTask InitializeAsync()
    {
        _smtp = await SmtpServer.StartAsync();
        _app = await App.StartAsync(empty: true, prepare: app =>
        {
            foreach (var (key, value) in _smtp.Settings)
            {
                app.Settings[key] = value;
            }
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _smtp.DisposeAsync();
    }

    [Fact]
    public async Task A_message_that_cannot_be_sent_is_tried_after_growing_pauses_and_given_up_after_two_days()
    {
        await PostAsync("thu-lai@htx.example");
        var pauses = new List<TimeSpan>();
        for (var message = await SendAsync(); message.NextAttemptAt is { } next; message = await SendAsync())
        {
            // Before its time nothing happens.
            Assert.Equal(message.Attempts, (await SendAsync()).Attempts);
            var pause = next - _app.Clock.GetUtcNow().UtcDateTime;
            pauses.Add(pause);
            // As if the pause were over; a clock that jumps over days would ring every timer of the house on its way.
            await _app.InDbAsync(db => db.Set<OfficeMessage>().ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, _app.Clock.GetUtcNow().UtcDateTime)));
        }

        Assert.Equal(pauses.Order(), pauses);
        Assert.InRange(pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause), TimeSpan.FromDays(1), TimeSpan.FromDays(3));
        var last = await SendAsync();
        Assert.NotNull(last.GivenUpAt);
        Assert.Contains("451", last.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_is_told_sees_why_and_sends_it_again()
    {
        var admin = await _app.PersonAsync(Role.Administrator);
        await PostAsync("khong-co@htx.example");
        await SendAsync();

        var office = await (await _app.SignedInAsync(admin)).OpenAsync("/quan-tri/thong-bao");
        Assert.Contains("Có thư hoặc tin nhắn không gửi được.", office.Text, StringComparison.Ordinal);
        await office.OpenAsync("/quan-tri/thu-gui?loc=hong");
        Assert.Contains("khong-co@htx.example", office.Text, StringComparison.Ordinal);
        await office.OpenAsync(office.Page.QuerySelector("main td, main th a[href^='/quan-tri/thu-gui/']")!.GetAttribute("href")!);
        Assert.Contains("no such mailbox", office.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mã 123456", office.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await office.SubmitAsync("main form");
        Assert.Equal(302, office.Status);
        await office.FollowAsync();
        Assert.Contains("Đang chờ gửi", office.Text, StringComparison.Ordinal);

        // Sent meanwhile by another instance: the page that is still open is refused.
        await _app.InDbAsync(db => db.Set<OfficeMessage>().ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, _app.Clock.GetUtcNow().UtcDateTime)));
        await office.SubmitAsync("main form");
        Assert.Equal(409, office.Status);
        Assert.Contains("Thư này đã gửi", office.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_late_is_not_sent_and_what_was_sent_is_forgotten()
    {
        await PostAsync("an@htx.example", until: _app.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1));
        var late = await SendAsync();
        Assert.NotNull(late.GivenUpAt);
        Assert.Empty(_smtp.Mails);

        await PostAsync("an@htx.example");
        await SendAsync();
        Assert.Single(await _smtp.WaitForAsync(1));
        await _app.InDbAsync(async db => Assert.All(await db.Set<OfficeMessage>().ToListAsync(), message => Assert.Empty(message.Text)));

        await RunAsync("office.old-messages");
        await _app.InDbAsync(async db => Assert.Equal(2, await db.Set<OfficeMessage>().CountAsync()));
        var before = _app.Clock.GetUtcNow().UtcDateTime.AddDays(-91);
        await _app.InDbAsync(db => db.Set<OfficeMessage>().Where(m => m.SentAt != null).ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, before)));
        await _app.InDbAsync(db => db.Set<OfficeMessage>().Where(m => m.GivenUpAt != null).ExecuteUpdateAsync(set => set.SetProperty(m => m.GivenUpAt, before)));
        await RunAsync("office.old-messages");
        await _app.InDbAsync(async db => Assert.Empty(await db.Set<OfficeMessage>().ToListAsync()));
    }

    [Fact]
    public async Task One_bad_channel_holds_up_no_other()
    {
        await PostAsync("thu-lai@htx.example", times: 5);
        await PostAsync("+84912345678", MessageChannels.Sms);
        await SendAsync();

        await _app.InDbAsync(async db =>
        {
            var messages = await db.Set<OfficeMessage>().ToListAsync();
            Assert.Equal(3, messages.Count(m => m is { Channel: MessageChannels.Mail, Attempts: 1 }));
            Assert.Equal("Kênh gửi chưa được cấu hình.", messages.Single(m => m.Channel == MessageChannels.Sms).Error);
        });
    }

    [Fact]
    public async Task Only_administrators_see_the_messages()
    {
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        Assert.Equal(403, (await officer.OpenAsync("/quan-tri/thu-gui")).Status);
        var admin = await _app.SignedInAsync(Role.Administrator);
        Assert.Equal(200, (await admin.OpenAsync("/quan-tri/thu-gui")).Status);
        Assert.Contains("Kênh “Tin nhắn SMS” chưa được cấu hình.", admin.Text, StringComparison.Ordinal);
        foreach (var path in (string[])["/quan-tri/thu-gui?loc=xyz", "/quan-tri/thu-gui?trang=0", "/quan-tri/thu-gui?trang=99", $"/quan-tri/thu-gui/{Guid.CreateVersion7()}"])
        {
            Assert.Equal(404, (await admin.OpenAsync(path)).Status);
        }
    }

    private Task<int> PostAsync(string to, string channel = MessageChannels.Mail, int times = 1, DateTime? until = null) => _app.InScopeAsync(async services =>
    {
        for (var i = 0; i < times; i++)
        {
            services.GetRequiredService<IOutbox>().Post(channel, personId: null, new(to, "Phù Sa", "mã 123456"), until);
        }

        return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });

    /// <summary>Runs the job and gives the last message.</summary>
    private async Task<OfficeMessage> SendAsync()
    {
        await RunAsync("office.messages");
        return await _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<OfficeMessage>().OrderByDescending(m => m.CreatedAt).FirstAsync());
    }

    private Task<int> RunAsync(string code) => _app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<IJobs>().RunNowAsync(code, CancellationToken.None);
        return 0;
    });
}
