using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

/// <summary>Somebody who acts for several organisations chooses for which, and every page says so.</summary>
public sealed class ActForTests(PeopleHouse house) : IClassFixture<PeopleHouse>
{
    private readonly App _app = house.App;

    [Fact]
    public async Task One_chooses_changes_and_begins_the_next_session_with_the_last_choice()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        await _app.AppointAsync(person.Id, await _app.OrganisationAsync("htx-chon", OrganisationKind.Cooperative, "HTX Chọn"), Role.CooperativeDirector);

        var visitor = await _app.SignInAsync(person.Email, person.Password);
        await visitor.OpenAsync("/quan-tri/dai-dien-htx?q=a");
        Assert.Equal(302, visitor.Status);
        Assert.Equal("/tai-khoan/dai-dien?tiep=%2Fquan-tri%2Fdai-dien-htx%3Fq%3Da", visitor.Redirect!.OriginalString);
        await visitor.FollowAsync();
        await ChooseAsync(visitor, "Tổ chức so-khcn");
        Assert.Equal("/quan-tri/dai-dien-htx?q=a", visitor.Redirect!.OriginalString);
        await visitor.FollowAsync();
        Assert.Equal(200, visitor.Status);
        Assert.Equal("Tổ chức so-khcn", visitor.Page.QuerySelector("header .ps-org b")!.TextContent);

        await visitor.OpenAsync(visitor.Page.QuerySelector("header a[href='/tai-khoan/dai-dien']")!.GetAttribute("href")!);
        await ChooseAsync(visitor, "HTX Chọn");
        await visitor.FollowAsync();
        Assert.Equal("HTX Chọn", visitor.Page.QuerySelector("header .ps-org b")!.TextContent);
        await visitor.OpenAsync("/quan-tri/dai-dien-htx");
        Assert.Equal(403, visitor.Status);

        var next = await _app.SignInAsync(person.Email, person.Password);
        await next.OpenAsync("/quan-tri");
        Assert.Equal(200, next.Status);
        Assert.Equal("HTX Chọn", next.Page.QuerySelector("header .ps-org b")!.TextContent);
    }

    [Fact]
    public async Task Who_acts_for_one_is_not_asked_and_nobody_acts_by_somebody_elses_appointment()
    {
        var visitor = await _app.SignedInAsync(Role.DepartmentOfficer);
        await visitor.OpenAsync("/quan-tri");
        Assert.Null(visitor.Page.QuerySelector("header a[href='/tai-khoan/dai-dien']"));
        var other = await _app.PersonAsync(Role.Administrator);
        await visitor.OpenAsync("/tai-khoan/dai-dien");
        await visitor.SubmitAsync("main form", ("Appointment", (await _app.AppointmentAsync(other.Id)).Id.ToString()));

        Assert.Equal(404, visitor.Status);
    }

    private static Task<Visitor> ChooseAsync(Visitor visitor, string organisation)
    {
        var row = visitor.Page.QuerySelectorAll("main .ps-tasks li").Single(li => li.QuerySelector("b")!.TextContent == organisation);
        return visitor.SubmitAsync("main form", ("Appointment", row.QuerySelector("button")!.GetAttribute("value")!));
    }
}
