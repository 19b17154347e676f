using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Identity;

public sealed class OneTimeCodeTests(TelephoneHouse house) : IClassFixture<TelephoneHouse>
{
    private static int _phones;
    private readonly Outbox _outbox = house.Outbox;
    private readonly App _app = house.App;

    [Theory]
    [InlineData("{0}")]
    [InlineData("{1}")]
    [InlineData(" {2} ")]
    public async Task A_printed_code_signs_a_director_in_once_however_it_is_typed(string typed)
    {
        var (person, phone) = await DirectorAsync();
        var code = await IssueAsync(person, OneTimeCodeUse.Printed);
        Assert.Matches("^[A-Z0-9]{4}-[A-Z0-9]{4}$", code);
#pragma warning disable CA1308 // A person typing on a telephone.
        var written = string.Format(null, typed, code, code.ToLowerInvariant(), code.Replace("-", "", StringComparison.Ordinal));
#pragma warning restore CA1308

        var visitor = await WithCodeAsync(phone, written);

        Assert.Equal((302, "/quan-tri"), (visitor.Status, visitor.Redirect!.OriginalString));
        Assert.Equal(200, (await visitor.FollowAsync()).Status);
        Assert.Equal(422, (await WithCodeAsync(phone, written)).Status);
    }

    [Fact]
    public async Task An_unknown_number_and_a_wrong_code_get_the_same_answer()
    {
        var (person, phone) = await DirectorAsync();
        await IssueAsync(person, OneTimeCodeUse.Printed);

        var wrong = await WithCodeAsync(phone, "AAAA-AAAA");
        var unknown = await WithCodeAsync("0987 654 321", "AAAA-AAAA");

        Assert.Equal((422, 422), (wrong.Status, unknown.Status));
        Assert.Equal(wrong.Text, unknown.Text);
    }

    [Theory]
    [InlineData("Printed", 7 * 24 * 60)]
    [InlineData("Sent", 10)]
    public async Task A_code_is_worth_nothing_after_its_time(string way, int minutes)
    {
        var (person, phone) = await DirectorAsync();
        var code = await IssueAsync(person, Enum.Parse<OneTimeCodeUse>(way));
        var now = _app.Clock.GetUtcNow().UtcDateTime;
        await _app.InDbAsync(async db =>
        {
            Assert.Equal(now.AddMinutes(minutes), (await db.Set<OneTimeCode>().SingleAsync(c => c.PersonId == person.Id)).ExpiresAt);
            // The clock stands still: the other work of a house would run through every second of the days between.
            await db.Set<OneTimeCode>().Where(c => c.PersonId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ExpiresAt, now));
        });
        Assert.Equal(422, (await WithCodeAsync(phone, code)).Status);

        await _app.InDbAsync(db => db.Set<OneTimeCode>().Where(c => c.PersonId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ExpiresAt, now.AddSeconds(1))));
        Assert.Equal(302, (await WithCodeAsync(phone, code)).Status);
    }

    [Fact]
    public async Task A_new_code_ends_the_old_one()
    {
        var (person, phone) = await DirectorAsync();
        var old = await IssueAsync(person, OneTimeCodeUse.Printed);
        var young = await IssueAsync(person, OneTimeCodeUse.Printed);

        Assert.Equal(422, (await WithCodeAsync(phone, old)).Status);
        Assert.Equal(302, (await WithCodeAsync(phone, young)).Status);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_for_fifteen_minutes()
    {
        var (person, phone) = await DirectorAsync();
        var code = await IssueAsync(person, OneTimeCodeUse.Printed);
        for (var tries = 0; tries < 5; tries++)
        {
            await WithCodeAsync(phone, "AAAA-AAAA");
        }

        Assert.Equal(422, (await WithCodeAsync(phone, code)).Status);
        _app.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(302, (await WithCodeAsync(phone, code)).Status);
    }

    [Fact]
    public async Task Only_the_hash_is_kept_and_the_journal_does_not_know_the_code()
    {
        var (person, _) = await DirectorAsync();
        var code = (await IssueAsync(person, OneTimeCodeUse.Printed)).Replace("-", "", StringComparison.Ordinal);

        await _app.InDbAsync(async db =>
        {
            Assert.DoesNotContain(code, (await db.Set<OneTimeCode>().SingleAsync(c => c.PersonId == person.Id)).Hash, StringComparison.Ordinal);
            var entry = await db.Set<JournalEntry>().SingleAsync(e => e.RecordId == person.Id && e.Action == "OneTimeCodeIssued");
            Assert.Equal(("Cán bộ", "Printed", "{}"), (entry.By, entry.Why, entry.Changes));
        });
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.AlliancePublisher)]
    public async Task Nobody_whose_role_asks_for_two_factors_gets_a_code(Role role)
    {
        var person = await _app.PersonAsync(role);

        await Assert.ThrowsAsync<RefusedException>(() => IssueAsync(person, OneTimeCodeUse.Printed));
    }

    [Fact]
    public async Task A_disabled_person_gets_no_code_and_the_one_they_have_serves_no_more()
    {
        var (person, phone) = await DirectorAsync();
        var code = await IssueAsync(person, OneTimeCodeUse.Printed);
        await _app.DisableAsync(person);

        Assert.Equal(422, (await WithCodeAsync(phone, code)).Status);
        await Assert.ThrowsAsync<RefusedException>(() => IssueAsync(person, OneTimeCodeUse.Printed));
    }

    [Fact]
    public async Task A_person_has_a_code_sent_at_most_three_times_an_hour()
    {
        var (_, phone) = await DirectorAsync();
        for (var asked = 1; asked <= 3; asked++)
        {
            Assert.Equal("/dang-nhap/ma?da-gui=true&tiep=%2Fquan-tri", (await AskAsync(phone)).Redirect!.OriginalString);
            await _outbox.WaitForAsync(phone, asked);
        }

        await AskAsync(phone);
        var (_, other) = await DirectorAsync();
        await AskAsync(other);
        // The asked-for codes are sent one after the other: the second person's has been, so the fourth would have been.
        await _outbox.WaitForAsync(other, 1);

        Assert.Equal(3, _outbox.To(phone).Count);
        var code = _outbox.To(phone)[^1].Text.Split(": ")[1][..9];
        Assert.Equal(302, (await WithCodeAsync(phone, code)).Status);
    }

    [Fact]
    public async Task The_message_names_the_site_and_not_the_host_somebody_asked_with()
    {
        var outbox = new Outbox();
        await using var app = await App.StartAsync(prepare: app => app.Adding = services => services.AddSingleton<IMessageChannel>(outbox));
        await app.PersonAsync(Role.CooperativeDirector, phone: "+84912777002");

        await (await app.Visit("ke-gian.vn").OpenAsync("/dang-nhap/ma/gui")).SubmitAsync("main form", ("Input.Phone", "0912777002"));
        await outbox.WaitForAsync("0912777002", 1);

        Assert.DoesNotContain("ke-gian", outbox.To("0912777002")[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_answers_the_same_for_a_number_nobody_has()
    {
        var (_, phone) = await DirectorAsync();
        var known = await (await AskAsync(phone)).FollowAsync();
        var unknown = await (await AskAsync("0987 111 222")).FollowAsync();

        Assert.Equal(known.Text, unknown.Text);
        Assert.Contains("Nếu số điện thoại này có trong hệ thống", known.Text, StringComparison.Ordinal);
        Assert.Empty(_outbox.To("0987111222"));
    }

    [Fact]
    public async Task Asking_is_not_offered_where_nothing_can_be_sent()
    {
        _outbox.IsConfigured = false;
        try
        {
            Assert.DoesNotContain("Gửi mã cho tôi", (await _app.Visit().OpenAsync("/dang-nhap/ma")).Text, StringComparison.Ordinal);
            Assert.Equal(404, (await _app.Visit().OpenAsync("/dang-nhap/ma/gui")).Status);
        }
        finally
        {
            _outbox.IsConfigured = true;
        }
    }

    [Theory]
    [InlineData("true", 30 * 24)]
    [InlineData("false", 12)]
    public async Task A_remembered_telephone_stays_signed_in_for_thirty_days(string remember, int hours)
    {
        var (person, phone) = await DirectorAsync();
        var code = await IssueAsync(person, OneTimeCodeUse.Printed);
        var visitor = await (await _app.Visit().OpenAsync("/dang-nhap/ma")).SubmitAsync("main form", ("Input.Phone", phone), ("Input.Code", code), ("Input.Remember", remember));

        var cookie = visitor.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("phusa-phien=", StringComparison.Ordinal));
        Assert.Equal(hours > 12, cookie.Contains("expires=", StringComparison.OrdinalIgnoreCase));
        await _app.InDbAsync(async db =>
        {
            var session = await db.Set<SignInSession>().SingleAsync(s => s.PersonId == person.Id);
            Assert.Equal((SignInMethod.OneTimeCode, TimeSpan.FromHours(hours)), (session.Method, session.EndsAt - session.StartedAt));
        });
    }

    private async Task<(TestPerson Person, string Phone)> DirectorAsync()
    {
        var phone = $"091{Interlocked.Increment(ref _phones):D7}";
        var person = await _app.PersonAsync(Role.CooperativeDirector, phone: "+84" + phone[1..], password: null);
        return (person, phone);
    }

    private Task<string> IssueAsync(TestPerson person, OneTimeCodeUse use) => _app.InScopeAsync(services =>
        services.GetRequiredService<OneTimeCodes>().IssueAsync(person.Id, use, new Actor("Cán bộ"), CancellationToken.None));

    private async Task<Visitor> WithCodeAsync(string phone, string code) =>
        await (await _app.Visit().OpenAsync("/dang-nhap/ma")).SubmitAsync("main form", ("Input.Phone", phone), ("Input.Code", code), ("Input.Remember", "false"));

    private async Task<Visitor> AskAsync(string phone) =>
        await (await _app.Visit().OpenAsync("/dang-nhap/ma/gui")).SubmitAsync("main form", ("Input.Phone", phone));
}

/// <summary>A product that can reach telephones.</summary>
public sealed class TelephoneHouse : EmptyHouse
{
    public Outbox Outbox { get; } = new();

    /// <summary>Off unless a test turns it on.</summary>
    public KeptMail Mail { get; } = new() { IsConfigured = false };

    protected override void Prepare(App app) => app.Adding = services => services.AddSingleton<IMessageChannel>(Outbox).AddSingleton<IMessageChannel>(Mail);
}

/// <summary>A telephone network that keeps what it was given.</summary>
public sealed class Outbox : IMessageChannel
{
    private readonly ConcurrentQueue<OutgoingMessage> _sent = new();

    public string Code => "sms";

    public bool IsConfigured { get; set; } = true;

    public Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        _sent.Enqueue(message);
        return Task.CompletedTask;
    }

    public IReadOnlyList<OutgoingMessage> To(string phone) => [.. _sent.Where(message => message.To == "+84" + phone[1..])];

    public async Task WaitForAsync(string phone, int count)
    {
        for (var tries = 0; To(phone).Count < count; tries++)
        {
            Assert.True(tries < 600, "No code was sent within half a minute.");
            await Task.Delay(50);
        }
    }
}
