using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Identity;

public sealed class PasswordPageTests(EmptyHouse house) : IClassFixture<EmptyHouse>
{
    private const string Page = "/tai-khoan/mat-khau";
    private const string New = "Mùa nước nổi về đồng 2026!";
    private readonly App _app = house.App;

    [Fact]
    public async Task A_changed_password_signs_in_ends_every_other_session_and_is_in_the_journal()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var other = await _app.SignedInAsync(person);
        var here = await (await _app.SignedInAsync(person)).OpenAsync(Page);

        await here.SubmitAsync("main form", ("Input.Old", person.Password), ("Input.New", New), ("Input.Again", New));

        Assert.Equal((302, "/tai-khoan"), (here.Status, here.Redirect!.OriginalString));
        Assert.Equal(200, (await here.OpenAsync("/quan-tri")).Status);
        Assert.Equal(302, (await other.OpenAsync("/quan-tri")).Status);
        Assert.Equal(422, (await SignInAsync(person, person.Password)).Status);
        Assert.Equal("/quan-tri", (await SignInAsync(person, New)).Redirect!.OriginalString);
        await _app.InDbAsync(async db => Assert.Equal(1, await db.Set<JournalEntry>().CountAsync(e => e.RecordId == person.Id && e.Action == "PasswordChanged" && e.PersonId == person.Id)));
    }

    [Theory]
    [InlineData("", New, New, "Input.Old", "Nhập mật khẩu hiện tại")]
    [InlineData("Sai mất rồi 2020!", New, New, "Input.Old", "Mật khẩu hiện tại không đúng.")]
    [InlineData(TestPeople.Password, "Ngắn 1!", "Ngắn 1!", "Input.New", "Mật khẩu cần ít nhất 14 ký tự.")]
    [InlineData(TestPeople.Password, New, "Mùa khác 2026 hẳn!", "Input.Again", "Hai mật khẩu mới không giống nhau")]
    [InlineData(TestPeople.Password, TestPeople.Password, TestPeople.Password, "Input.New", "Mật khẩu mới phải khác mật khẩu cũ.")]
    public async Task What_is_wrong_is_said_beside_the_field_and_nothing_changes(string old, string password, string again, string field, string sentence)
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var visitor = await (await _app.SignedInAsync(person)).OpenAsync(Page);

        await visitor.SubmitAsync("main form", ("Input.Old", old), ("Input.New", password), ("Input.Again", again));

        Assert.Equal(422, visitor.Status);
        Assert.Contains(sentence, visitor.Page.QuerySelector($"#{field.Replace('.', '_')}-loi")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(302, (await SignInAsync(person, person.Password)).Status);
    }

    [Fact]
    public async Task A_password_that_serves_once_leads_to_this_page_which_does_not_ask_for_it_again_and_back()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        await SetPasswordAsync(person, at: _app.Clock.GetUtcNow(), byThemselves: false);
        var visitor = await SignInAsync(person, person.Password);

        await visitor.OpenAsync("/quan-tri?loc=1");
        Assert.Equal($"{Page}?tiep=%2Fquan-tri%3Floc%3D1", visitor.Redirect!.OriginalString);
        await visitor.FollowAsync();
        Assert.Contains("chỉ dùng một lần", visitor.Text, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector("[name='Input.Old']"));
        await visitor.SubmitAsync("main form", ("Input.New", New), ("Input.Again", New));

        Assert.Equal("/quan-tri?loc=1", visitor.Redirect!.OriginalString);
        Assert.Equal(200, (await visitor.FollowAsync()).Status);
    }

    [Fact]
    public async Task An_administrator_changes_the_password_after_two_months_and_an_officer_does_not()
    {
        var administrator = await _app.PersonAsync(Role.Administrator);
        var officer = await _app.PersonAsync(Role.DepartmentOfficer);
        foreach (var person in (TestPerson[])[administrator, officer])
        {
            await SetPasswordAsync(person, at: _app.Clock.GetUtcNow().AddMonths(-2).AddMinutes(1), byThemselves: true);
        }

        Assert.Equal(200, (await (await SignInAsync(administrator, administrator.Password)).OpenAsync("/quan-tri")).Status);
        _app.Clock.Advance(TimeSpan.FromMinutes(2));

        var visitor = await (await SignInAsync(administrator, administrator.Password)).OpenAsync("/quan-tri");
        Assert.StartsWith(Page, visitor.Redirect!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("sau mỗi hai tháng", (await visitor.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("[name='Input.Old']"));
        Assert.Equal(200, (await (await SignInAsync(officer, officer.Password)).OpenAsync("/quan-tri")).Status);
    }

    [Fact]
    public async Task Five_wrong_old_passwords_lock_the_account()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var visitor = await (await _app.SignedInAsync(person)).OpenAsync(Page);
        for (var tries = 0; tries < 5; tries++)
        {
            await visitor.SubmitAsync("main form", ("Input.Old", "Sai mất rồi 2020!"), ("Input.New", New), ("Input.Again", New));
        }

        await visitor.SubmitAsync("main form", ("Input.Old", person.Password), ("Input.New", New), ("Input.Again", New));

        Assert.Equal(422, visitor.Status);
        Assert.Equal(422, (await SignInAsync(person, person.Password)).Status);
    }

    private Task<Visitor> SignInAsync(TestPerson person, string password) => _app.SignInAsync(person.Email, password);

    private Task<int> SetPasswordAsync(TestPerson person, DateTimeOffset at, bool byThemselves) => _app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(new Actor("Kiểm thử"));
        var db = services.GetRequiredService<AppDbContext>();
        (await db.Set<Person>().SingleAsync(p => p.Id == person.Id)).PasswordSet(at.UtcDateTime, byThemselves);
        return await db.SaveChangesAsync();
    });
}
