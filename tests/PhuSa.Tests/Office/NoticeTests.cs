using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.People;
using PhuSa.Office.Messages;
using PhuSa.Office.Notices;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Office;

/// <summary>Who is told what, and by which way.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private const string Returned = "Hồ sơ “{0}” bị trả lại.";
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

            app.Settings["Office:Address"] = "https://khcn.example/";
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _smtp.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_is_told_of_what_did_not_happen()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        await _app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<INotices>().TellAsync([person.Id], new(Returned, ["Xoài"], "/quan-tri", Urgency.Urgent), CancellationToken.None);
            services.GetRequiredService<IOutbox>().Post(MessageChannels.Mail, person.Id, new(person.Email, "a", "b"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });

        await RunAsync("office.messages");

        Assert.Empty(await NoticesOfAsync(person));
        Assert.Empty(_smtp.Mails);
    }

    [Fact]
    public async Task An_urgent_notice_goes_by_mail_at_once_in_the_persons_language_and_only_once()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        await _app.InDbAsync(db => db.Set<Person>().Where(p => p.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Language, "en")));
        await TellAsync(new("Công việc nền “{0}” hỏng ba lần liền. Hệ thống vẫn tiếp tục thử lại.", ["Gửi thư và tin nhắn"], "/quan-tri/cong-viec-nen", Urgency.Urgent), person);

        await RunAsync("office.messages");
        await RunAsync("office.messages");

        var mail = Assert.Single(await _smtp.WaitForAsync(1));
        Assert.Equal([person.Email], mail.To);
        Assert.Equal("Phù Sa: The background job “Send mail and messages” has failed three times in a row. The system keeps trying.", mail.Mail.Subject);
        Assert.Contains("https://khcn.example/quan-tri/cong-viec-nen", mail.Mail.TextBody, StringComparison.Ordinal);
        var message = Assert.Single(await MessagesAsync());
        Assert.Equal((1, ""), (message.Attempts, message.Text));
        Assert.NotNull(message.SentAt);
        Assert.Equal($"{message.Id:N}@phusa.example", mail.Mail.MessageId);
    }

    [Fact]
    public async Task The_same_key_is_told_once_even_by_two_transactions_at_the_same_moment()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var notice = new Notice(Returned, ["Xoài"], null, Urgency.Urgent, "ho-so:1");
        await TellAsync(notice, person);
        await TellAsync(notice, person);
        Assert.Single(await NoticesOfAsync(person));

        // As if a second transaction had looked before the first was committed.
        await _app.InDbAsync(async db =>
        {
            db.Add(new OfficeNotice(Guid.CreateVersion7(), person.Id, notice, _app.Clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync();
        });
        await RunAsync("office.messages");

        Assert.Single(await NoticesOfAsync(person));
        Assert.Single(await _smtp.WaitForAsync(1));
    }

    [Fact]
    public async Task Unread_notices_go_in_one_mail_a_day_at_most()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        await TellAsync(new(Returned, ["Xoài Long Bình"], "/quan-tri?a=1&b=2"), person);
        await TellAsync(new(Returned, ["Bưởi Khánh Hoà"], null), person);

        await DigestAsync();
        var mail = Assert.Single(await _smtp.WaitForAsync(1)).Mail;
        Assert.Equal("Phù Sa: 2 thông báo chưa đọc", mail.Subject);
        Assert.Contains("Hồ sơ “Xoài Long Bình” bị trả lại.", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://khcn.example/quan-tri?a=1&b=2", mail.TextBody, StringComparison.Ordinal);

        // More on the same day waits for the next; what was mailed is not mailed again.
        await TellAsync(new(Returned, ["Lúa"], null), person);
        await DigestAsync();
        Assert.Single(_smtp.Mails);
        await _app.InDbAsync(db => db.Set<NoticePreference>().ExecuteUpdateAsync(set => set.SetProperty(p => p.LastDigestOn, VietnamTime.Today(_app.Clock).AddDays(-1))));
        await DigestAsync();
        Assert.Equal("Phù Sa: 1 thông báo chưa đọc", (await _smtp.WaitForAsync(2))[1].Mail.Subject);
    }

    [Fact]
    public async Task What_was_read_or_is_not_wanted_is_not_mailed()
    {
        var (reader, silent) = (await _app.PersonAsync(Role.DepartmentOfficer), await _app.PersonAsync(Role.DepartmentOfficer));
        await TellAsync(new(Returned, ["Xoài"], null), reader, silent);
        var office = await (await _app.SignedInAsync(reader)).OpenAsync("/quan-tri/thong-bao");
        await office.SubmitAsync("main .ps-title form");
        var choice = await (await _app.SignedInAsync(silent)).OpenAsync("/quan-tri/thong-bao/tuy-chon");
        Assert.NotNull(choice.Page.QuerySelector("input[type=checkbox][checked]"));
        await choice.SubmitAsync("main form", ("WantsDigest", "false"));
        Assert.Equal(302, choice.Status);
        Assert.Null((await choice.OpenAsync("/quan-tri/thong-bao/tuy-chon")).Page.QuerySelector("input[type=checkbox][checked]"));

        await DigestAsync();

        Assert.Empty(await MessagesAsync());
    }

    [Fact]
    public async Task A_person_without_mail_gets_urgent_words_by_the_gateway_that_is_configured()
    {
        await using var app = await App.StartAsync(empty: true, prepare: a => a.Settings["Messages:Zalo:Url"] = "http://127.0.0.1:9/");
        var person = await app.PersonAsync(Role.CooperativeDirector, phone: "+84912345679");
        await app.InDbAsync(db => db.Set<Person>().Where(p => p.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Email, (string?)null)));
        await app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<INotices>().TellAsync([person.Id], new(Returned, ["Xoài"], null, Urgency.Urgent), CancellationToken.None);
            await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
            await services.GetRequiredService<IJobs>().RunNowAsync("office.messages", CancellationToken.None);
            var message = await services.GetRequiredService<AppDbContext>().Set<OfficeMessage>().SingleAsync();
            Assert.Equal(("zalo", "+84912345679", "Phù Sa: Hồ sơ “Xoài” bị trả lại."), (message.Channel, message.To, message.Text));
            Assert.NotNull(message.Error);
            return 0;
        });
    }

    [Fact]
    public async Task Holders_of_a_right_are_told_for_their_organisation()
    {
        var (one, other) = (await _app.PersonAsync(Role.Administrator), await _app.PersonAsync(Role.DepartmentOfficer));
        await _app.InScopeAsync(async services =>
        {
            await services.GetRequiredService<INotices>().TellHoldersAsync(JobRights.Manage, null, new(Returned, ["Xoài"], null), CancellationToken.None);
            return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
        });

        Assert.Single(await NoticesOfAsync(one));
        Assert.Empty(await NoticesOfAsync(other));
    }

    [Theory]
    [InlineData("https://ke-la.example/")]
    [InlineData("//ke-la.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_notice_leads_nowhere_else(string url) =>
        await Assert.ThrowsAsync<ArgumentException>(() => TellAsync(new(Returned, ["Xoài"], url)));

    private Task DigestAsync() => RunAsync("office.digest", "office.messages");

    private async Task RunAsync(params string[] codes)
    {
        foreach (var code in codes)
        {
            await _app.InScopeAsync(async services =>
            {
                await services.GetRequiredService<IJobs>().RunNowAsync(code, CancellationToken.None);
                return 0;
            });
        }
    }

    private Task<int> TellAsync(Notice notice, params TestPerson[] people) => _app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(new Actor("Kiểm thử"));
        await services.GetRequiredService<INotices>().TellAsync([.. people.Select(person => person.Id)], notice, CancellationToken.None);
        return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });

    private Task<List<OfficeNotice>> NoticesOfAsync(TestPerson person) =>
        _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<OfficeNotice>().Where(n => n.PersonId == person.Id).ToListAsync());

    private Task<List<OfficeMessage>> MessagesAsync() => _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<OfficeMessage>().ToListAsync());
}
