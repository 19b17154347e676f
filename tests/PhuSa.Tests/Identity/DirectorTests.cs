using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.People;
using PhuSa.Identity.SignIn;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Tests.Identity;

/// <summary>Officers look after the people of cooperatives, and after nobody else.</summary>
public sealed class DirectorTests(PeopleHouse house) : IClassFixture<PeopleHouse>, IAsyncLifetime
{
    private const string Form = "main form[method=post]";
    private readonly App _app = house.App;
    private Visitor _officer = null!;

    public async ValueTask InitializeAsync()
    {
        _officer = await _app.SignedInAsync(Role.AllianceOfficer);
        await _app.OrganisationAsync("htx-mau", OrganisationKind.Cooperative, "Hợp tác xã Mẫu Bờ Kênh");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_director_is_added_by_phone_and_the_code_stands_on_one_sheet_and_nowhere_else()
    {
        await _officer.OpenAsync("/quan-tri/dai-dien-htx/moi?tim=bo+kenh");
        await _officer.OpenAsync(_officer.Page.QuerySelector("main .ps-tasks a")!.GetAttribute("href")!);
        await _officer.SubmitAsync(Form, ("Input.Name", "Nguyễn Thị Sen"), ("Input.Phone", ""));
        Assert.Equal(422, _officer.Status);
        await _officer.SubmitAsync(Form, ("Input.Name", "Nguyễn Thị Sen"), ("Input.Phone", "0912 345 701"));
        Assert.Equal(302, _officer.Status);
        await _officer.FollowAsync();
        await _officer.SubmitAsync(Form, ("Way", "print"));
        Assert.Equal(302, _officer.Status);
        var address = _officer.Redirect!.OriginalString;
        await _officer.FollowAsync();

        var code = _officer.Page.QuerySelector("#ma")!.TextContent;
        Assert.Matches("^[A-Z0-9]{4}-[A-Z0-9]{4}$", code);
        foreach (var word in (string[])["Nguyễn Thị Sen", "Hợp tác xã Mẫu Bờ Kênh", "/dang-nhap/ma", "08/07/2026"])
        {
            Assert.Contains(word, _officer.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(code, address, StringComparison.Ordinal);
        var plain = code.Replace("-", "", StringComparison.Ordinal);
        Assert.DoesNotContain(await _app.JournalAsync(), entry => $"{entry.Title} {entry.Why} {entry.Changes}".Replace("-", "", StringComparison.Ordinal).Contains(plain, StringComparison.Ordinal));
        await _officer.OpenAsync(address);
        Assert.Null(_officer.Page.QuerySelector("#ma"));
    }

    [Fact]
    public async Task An_officer_sees_and_touches_only_people_whose_sole_roles_are_outside_the_two_bodies()
    {
        var director = await _app.PersonAsync(Role.CooperativeDirector);
        var colleague = await _app.PersonAsync(Role.DepartmentOfficer);
        var administrator = await _app.PersonAsync(Role.Administrator);
        var both = await _app.PersonAsync(Role.CooperativeDirector);
        await _app.AppointAsync(both.Id, organisationId: null, Role.Administrator);

        await _officer.OpenAsync("/quan-tri/dai-dien-htx");
        var shown = _officer.Page.QuerySelectorAll("main tbody th").Select(name => name.TextContent).ToList();
        Assert.Contains(director.Name, shown);
        Assert.DoesNotContain(shown, name => name == colleague.Name || name == administrator.Name || name == both.Name);
        foreach (var person in (TestPerson[])[colleague, administrator, both])
        {
            foreach (var verb in (string[])["", "/sua", "/ma", "/phieu", "/mo-khoa", "/them?to-chuc=htx-mau", $"/thoi/{(person == both ? Guid.CreateVersion7() : (await _app.AppointmentAsync(person.Id)).Id)}"])
            {
                await _officer.OpenAsync($"/quan-tri/dai-dien-htx/{person.Id}{verb}");
                Assert.Equal(404, _officer.Status);
            }
        }

        // Posting past the form, with a token that is right, changes nothing either.
        await _officer.OpenAsync($"/quan-tri/dai-dien-htx/{director.Id}/ma");
        var token = _officer.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Way", "print")]);
        using var answer = await _officer.Http.PostAsync(new Uri($"/quan-tri/dai-dien-htx/{administrator.Id}/ma", UriKind.Relative), content);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Only_kinds_of_organisations_that_an_officer_may_invite_for_are_found()
    {
        await _officer.OpenAsync("/quan-tri/dai-dien-htx/moi?tim=lien+minh");
        Assert.Null(_officer.Page.QuerySelector("main .ps-tasks a"));
        await _officer.OpenAsync("/quan-tri/dai-dien-htx/moi?to-chuc=lien-minh-htx");
        Assert.Null(_officer.Page.QuerySelector(Form));
        await _officer.OpenAsync("/quan-tri/dai-dien-htx/moi?to-chuc=he-thong");
        Assert.Null(_officer.Page.QuerySelector(Form));
    }

    [Fact]
    public async Task A_disabled_director_works_again_after_one_press()
    {
        var director = await _app.PersonAsync(Role.CooperativeDirector);
        await _app.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(new Actor("Kiểm thử"));
            var person = await services.GetRequiredService<OutsidePeople>().FindAsync(director.Id, CancellationToken.None);
            await services.GetRequiredService<AccountRegister>().DisableAsync(person!, "Không đăng nhập trong 45 ngày", CancellationToken.None);
            return true;
        });

        await _officer.OpenAsync($"/quan-tri/dai-dien-htx/{director.Id}");
        await _officer.SubmitAsync(Form);
        Assert.Equal(302, _officer.Status);
        Assert.True((await _app.ReadAsync(director.Id)).MaySignIn);
    }

    [Fact]
    public async Task A_second_cooperative_is_added_and_the_first_given_up()
    {
        var director = await _app.PersonAsync(Role.CooperativeDirector);
        var first = await _app.AppointmentAsync(director.Id);
        await _officer.OpenAsync($"/quan-tri/dai-dien-htx/{director.Id}/them?to-chuc=htx-mau");
        await _officer.SubmitAsync(Form);
        await _officer.OpenAsync($"/quan-tri/dai-dien-htx/{director.Id}/thoi/{first.Id}");
        await _officer.SubmitAsync(Form, ("Input.Why", "Đại hội bầu người khác"));

        Assert.Equal(302, _officer.Status);
        await _officer.FollowAsync();
        Assert.Contains("Hợp tác xã Mẫu Bờ Kênh", _officer.Page.QuerySelector("main .ps-tasks")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(first.OrganisationId, (await _app.AppointmentAsync(director.Id)).OrganisationId);
    }

    [Fact]
    public async Task A_code_is_sent_through_a_channel_that_is_configured_and_reaches_the_person()
    {
        var director = await _app.PersonAsync(Role.CooperativeDirector, phone: "+84912345702");
        var channel = new Kept("sms", IsConfigured: true);
        await _app.InScopeAsync(async services =>
        {
            var acting = services.GetRequiredService<Acting>();
            acting.As(new Actor("Cán bộ"));
            var handover = new CodeHandover(services.GetRequiredService<OneTimeCodes>(), [channel, new Kept("zalo", IsConfigured: false)], acting, services.GetRequiredService<Texts>());
            var person = await services.GetRequiredService<OutsidePeople>().FindAsync(director.Id, CancellationToken.None);
            Assert.Equal(["sms"], handover.WaysTo(person!));
            await handover.SendAsync(person!, "sms", "http://khcn.localhost/dang-nhap/ma", CancellationToken.None);
            return true;
        });

        var message = Assert.Single(channel.Messages);
        Assert.Equal("+84912345702", message.To);
        Assert.Matches("[A-Z0-9]{4}-[A-Z0-9]{4}", message.Text);
    }

    private sealed record Kept(string Code, bool IsConfigured) : IMessageChannel
    {
        public List<OutgoingMessage> Messages { get; } = [];

        public Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            Messages.Add(message);
            return Task.CompletedTask;
        }
    }
}
