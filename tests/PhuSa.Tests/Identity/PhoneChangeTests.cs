using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.People;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

/// <summary>A new telephone number becomes a name to sign in with only once a code proved it.</summary>
public sealed class PhoneChangeTests(TelephoneHouse house) : IClassFixture<TelephoneHouse>
{
    private const string Contact = "/tai-khoan/lien-lac";
    private static int _phones;
    private readonly App _app = house.App;

    [Fact]
    public async Task A_code_sent_to_the_new_number_proves_it_once()
    {
        var (person, visitor, phone) = await AskedAsync();
        Assert.Equal("/tai-khoan/lien-lac/so-moi", visitor.Redirect!.OriginalString);
        Assert.Equal(422, (await _app.SignInAsync(phone, person.Password)).Status);
        await visitor.FollowAsync();
        await visitor.SubmitAsync("main form", ("Input.Code", "AAAA-AAAA"));
        Assert.Equal(422, visitor.Status);
        Assert.Null((await _app.ReadAsync(person.Id)).PhoneNumber);
        var code = CodeTo(phone);

        await visitor.SubmitAsync("main form", ("Input.Code", code));

        Assert.Equal((302, "/tai-khoan"), (visitor.Status, visitor.Redirect!.OriginalString));
        var changed = await _app.ReadAsync(person.Id);
        Assert.Equal(("+84" + phone[1..], true), (changed.PhoneNumber, changed.PhoneNumberConfirmed));
        Assert.Equal("/quan-tri", (await _app.SignInAsync(phone, person.Password)).Redirect!.OriginalString);
        Assert.Null((await visitor.OpenAsync(Contact + "/so-moi")).Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_code_serves_its_own_person_in_its_time_and_until_a_newer_one()
    {
        var (person, visitor, phone) = await AskedAsync();
        var old = CodeTo(phone);
        await AskAsync(visitor, person, phone);
        await visitor.FollowAsync();
        Assert.Equal(422, (await visitor.SubmitAsync("main form", ("Input.Code", old))).Status);
        var newest = CodeTo(phone);
        var (_, other, _) = await AskedAsync();
        await other.FollowAsync();
        Assert.Equal(422, (await other.SubmitAsync("main form", ("Input.Code", newest))).Status);

        _app.LaterBy(TimeSpan.FromMinutes(11));
        Assert.Equal(422, (await visitor.SubmitAsync("main form", ("Input.Code", newest))).Status);
        Assert.Null((await _app.ReadAsync(person.Id)).PhoneNumber);
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_like_wrong_passwords()
    {
        var (person, visitor, phone) = await AskedAsync();
        await visitor.FollowAsync();
        for (var tries = 0; tries < 5; tries++)
        {
            await visitor.SubmitAsync("main form", ("Input.Code", "AAAA-AAAA"));
        }

        Assert.Equal(422, (await visitor.SubmitAsync("main form", ("Input.Code", CodeTo(phone)))).Status);
        Assert.Equal(422, (await _app.SignInAsync(person.Email, person.Password)).Status);
    }

    [Fact]
    public async Task A_number_that_somebody_has_stays_theirs_and_the_fourth_wish_of_an_hour_is_refused()
    {
        var phone = NewNumber();
        var owner = await _app.PersonAsync(Role.CooperativeDirector, phone: "+84" + phone[1..]);
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var visitor = await AskAsync(await _app.SignedInAsync(person), person, phone);
        await visitor.FollowAsync();
        Assert.Equal(409, (await visitor.SubmitAsync("main form", ("Input.Code", CodeTo(phone)))).Status);
        Assert.Equal("+84" + phone[1..], (await _app.ReadAsync(owner.Id)).PhoneNumber);

        Assert.Equal(302, (await AskAsync(visitor, person, NewNumber())).Status);
        Assert.Equal(302, (await AskAsync(visitor, person, NewNumber())).Status);
        Assert.Equal(409, (await AskAsync(visitor, person, NewNumber())).Status);
    }

    [Fact]
    public async Task Of_e_mail_and_number_one_changes_at_a_time()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        house.Mail.IsConfigured = true;
        try
        {
            var visitor = await (await _app.SignedInAsync(person)).OpenAsync(Contact);
            await visitor.SubmitAsync("main form", ("Input.Email", "khac@kiem-thu.vn"), ("Input.Phone", NewNumber()), ("Input.Password", person.Password));
            Assert.Equal(422, visitor.Status);
        }
        finally
        {
            house.Mail.IsConfigured = false;
        }
    }

    [Theory]
    [InlineData("/quan-tri/dai-dien-htx/", Role.DepartmentOfficer)]
    [InlineData("/quan-tri/nguoi-dung/", Role.Administrator)]
    public async Task Where_nothing_can_be_sent_an_officer_prints_the_code(string pages, Role role)
    {
        var person = await _app.PersonAsync(Role.CooperativeDirector);
        var phone = NewNumber();
        var officer = await _app.SignedInAsync(role);
        house.Outbox.IsConfigured = false;
        try
        {
            var visitor = await AskAsync(await _app.SignedInAsync(person), person, phone);
            await visitor.FollowAsync();
            Assert.Contains("gặp cán bộ", visitor.Text, StringComparison.Ordinal);
            await officer.OpenAsync(pages + person.Id);
            await officer.OpenAsync(officer.Page.QuerySelector("main a[href$='/so-moi']")!.GetAttribute("href")!);
            await officer.SubmitAsync("main form");
            Assert.Equal(200, officer.Status);
            var code = officer.Page.QuerySelector("#ma")!.TextContent;
            Assert.Null((await officer.OpenAsync(pages + person.Id + "/so-moi")).Page.QuerySelector("#ma"));

            await visitor.SubmitAsync("main form", ("Input.Code", code));

            Assert.Equal(302, visitor.Status);
            Assert.Equal("+84" + phone[1..], (await _app.ReadAsync(person.Id)).PhoneNumber);
            Assert.DoesNotContain("so-moi", (await officer.OpenAsync(pages + person.Id)).Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
            await _app.InDbAsync(async db => Assert.True(await db.Set<JournalEntry>().AnyAsync(e => e.RecordId == person.Id && e.Action == "NewPhoneCodeIssued" && e.PersonId != person.Id)));
        }
        finally
        {
            house.Outbox.IsConfigured = true;
        }
    }

    [Fact]
    public async Task Nothing_is_printed_for_who_asked_for_nothing()
    {
        var person = await _app.PersonAsync(Role.CooperativeDirector);
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);

        Assert.Null((await officer.OpenAsync($"/quan-tri/dai-dien-htx/{person.Id}/so-moi")).Page.QuerySelector("main form"));
        await _app.InDbAsync(async db => Assert.False(await db.Set<NewPhone>().AnyAsync(p => p.PersonId == person.Id)));
    }

    [Fact]
    public async Task A_mailed_link_proves_no_telephone_number()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        await _app.InScopeAsync<bool>(async services =>
        {
            var people = services.GetRequiredService<PhuSa.Platform.Data.AppDbContext>();
            var change = services.GetRequiredService<ContactChange>();
            var known = await people.Set<Person>().SingleAsync(p => p.Id == person.Id);
            house.Mail.IsConfigured = true;
            try
            {
                await change.AskAsync(known, known.Email, "+84919999999", "http://khcn.localhost", CancellationToken.None);
            }
            finally
            {
                house.Mail.IsConfigured = false;
            }

            var link = house.Mail.Sent[^1].Text.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal));
            Assert.Null(change.Read(known, link.Split("ma=")[1]));
            return true;
        });
    }

    private static string NewNumber() => $"093{Interlocked.Increment(ref _phones):D7}";

    private async Task<(TestPerson Person, Visitor Visitor, string Phone)> AskedAsync()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var phone = NewNumber();
        return (person, await AskAsync(await _app.SignedInAsync(person), person, phone), phone);
    }

    private static async Task<Visitor> AskAsync(Visitor visitor, TestPerson person, string phone) =>
        await (await visitor.OpenAsync(Contact)).SubmitAsync("main form", ("Input.Phone", phone), ("Input.Password", person.Password));

    private string CodeTo(string phone) => house.Outbox.To(phone)[^1].Text.Split(' ').Select(word => word.Trim('.', ',')).Single(word => word.Length == 9 && word[4] == '-');
}
