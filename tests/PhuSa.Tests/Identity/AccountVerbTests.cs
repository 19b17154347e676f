using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.People;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

/// <summary>What is done with an account works at once, also in sessions that are open.</summary>
public sealed class AccountVerbTests(PeopleHouse house) : IClassFixture<PeopleHouse>, IAsyncLifetime
{
    private const string Form = "main form[method=post]";
    private readonly App _app = house.App;
    private TestPerson _administrator = null!;
    private Visitor _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _administrator = await _app.PersonAsync(Role.Administrator);
        _admin = await _app.SignedInAsync(_administrator);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_disabled_person_is_out_at_the_next_request_and_back_when_enabled()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var working = await (await _app.SignedInAsync(person)).OpenAsync("/quan-tri");
        Assert.Equal(200, working.Status);

        await _admin.OpenAsync(Page(person, "/khoa"));
        await _admin.SubmitAsync(Form, ("Input.Why", ""));
        Assert.Equal(422, _admin.Status);
        await _admin.SubmitAsync(Form, ("Input.Why", "Nghỉ việc từ 01/07/2026"));
        Assert.Equal(302, _admin.Status);

        await working.OpenAsync("/quan-tri");
        Assert.Equal(302, working.Status);
        Assert.StartsWith("/dang-nhap", working.Redirect!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(422, (await _app.SignInAsync(person.Email, person.Password)).Status);
        await _admin.FollowAsync();
        Assert.Contains("Nghỉ việc từ 01/07/2026", _admin.Text, StringComparison.Ordinal);
        Assert.Contains(await _app.JournalAsync(), entry => entry.RecordId == person.Id && entry.Action == "Disable" && entry.Why == "Nghỉ việc từ 01/07/2026" && entry.PersonId == _administrator.Id);

        await _admin.OpenAsync(Page(person, "/mo-khoa"));
        await _admin.SubmitAsync(Form, ("Input.Why", "Đi làm lại"));
        Assert.Equal(302, _admin.Status);
        Assert.Equal(302, (await _app.SignInAsync(person.Email, person.Password)).Status);
        await working.OpenAsync("/quan-tri");
        Assert.Equal(302, working.Status);
    }

    [Fact]
    public async Task A_changed_role_counts_at_the_next_request_of_an_open_session()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var working = await (await _app.SignedInAsync(person)).OpenAsync("/quan-tri/dai-dien-htx");
        Assert.Equal(200, working.Status);
        var appointment = await _app.AppointmentAsync(person.Id);

        await _admin.OpenAsync(Page(person, $"/vai-tro/{appointment.Id}"));
        await _admin.SubmitAsync(Form, ("Roles", nameof(Role.Auditor)), ("Input.Why", "Chuyển sang kiểm tra"));
        Assert.Equal(302, _admin.Status);
        await working.OpenAsync("/quan-tri/dai-dien-htx");
        Assert.Equal(403, working.Status);
        Assert.Equal([Role.Auditor], (await _app.AppointmentAsync(person.Id)).Roles);

        await _admin.OpenAsync(Page(person, $"/thoi/{appointment.Id}"));
        await _admin.SubmitAsync(Form, ("Input.Why", "Hết nhiệm vụ"));
        Assert.Equal(302, _admin.Status);
        await working.OpenAsync("/quan-tri");
        Assert.Equal(302, working.Status);
        Assert.StartsWith("/tai-khoan/dai-dien", working.Redirect!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_change_from_a_stale_form_is_refused()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var roles = Page(person, $"/vai-tro/{(await _app.AppointmentAsync(person.Id)).Id}");
        var second = await (await _app.SignedInAsync(Role.Administrator)).OpenAsync(roles);
        await _admin.OpenAsync(roles);
        await _admin.SubmitAsync(Form, ("Roles", nameof(Role.DepartmentLeader)), ("Input.Why", "Bổ nhiệm"));
        await second.SubmitAsync(Form, ("Roles", nameof(Role.Auditor)), ("Input.Why", "Bổ nhiệm"));

        Assert.Equal((302, 409), (_admin.Status, second.Status));
    }

    [Fact]
    public async Task The_last_administrator_can_neither_be_disabled_nor_lose_the_role_and_of_two_who_lock_out_each_other_one_stays()
    {
        await using var app = await App.StartAsync(empty: true);
        var only = await app.PersonAsync(Role.Administrator);
        var alone = await app.SignedInAsync(only);
        var appointment = await app.AppointmentAsync(only.Id);
        foreach (var page in (string[])["/khoa", $"/thoi/{appointment.Id}"])
        {
            await alone.OpenAsync(Page(only, page));
            await alone.SubmitAsync(Form, ("Input.Why", "Thử"));
            Assert.Equal(409, alone.Status);
            Assert.Contains("quản trị viên cuối cùng", alone.Text, StringComparison.Ordinal);
        }

        for (var round = 0; round < 6; round++)
        {
            var other = await app.PersonAsync(Role.Administrator);
            var (first, second) = (await app.SignedInAsync(only), await app.SignedInAsync(other));
            await Task.WhenAll(first.OpenAsync(Page(other, "/khoa")), second.OpenAsync(Page(only, "/khoa")));
            await Task.WhenAll(first.SubmitAsync(Form, ("Input.Why", "Tranh chấp")), second.SubmitAsync(Form, ("Input.Why", "Tranh chấp")));

            var active = await app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Person>().Where(p => p.Status == PersonStatus.Active).Select(p => p.Id).ToListAsync());
            only = Assert.Single(active) == only.Id ? only : other;
            Assert.All([first.Status, second.Status], status => Assert.True(status < 500));
        }
    }

    [Theory]
    [InlineData("Keep", true)]
    [InlineData("Remove", false)]
    public async Task A_reset_password_serves_once_ends_sessions_and_leaves_the_second_factor_as_chosen(string choice, bool kept)
    {
        var person = await _app.PersonAsync(Role.DepartmentPublisher);
        await _app.InDbAsync(async db =>
        {
            db.Add(new IdentityUserToken<Guid> { UserId = person.Id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "ABC" });
            await db.SaveChangesAsync();
        });
        var working = await (await _app.SignedInAsync(person)).OpenAsync("/quan-tri");
        Assert.Equal(200, working.Status);

        await _admin.OpenAsync(Page(person, "/dat-lai-mat-khau"));
        await _admin.SubmitAsync(Form, ("Input.Why", "Quên mật khẩu"), ("SecondFactor", choice));
        await _admin.FollowAsync();
        var password = _admin.Page.QuerySelector("#ma")!.TextContent;

        await working.OpenAsync("/quan-tri");
        Assert.Equal(302, working.Status);
        Assert.Equal(422, (await _app.SignInAsync(person.Email, person.Password)).Status);
        Assert.Equal(302, (await _app.SignInAsync(person.Email, password)).Status);
        var now = await _app.ReadAsync(person.Id);
        Assert.Equal((kept, true), (now.TwoFactorEnabled, now.MustChangePassword));
        Assert.Equal(kept ? 1 : 0, await _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<IdentityUserToken<Guid>>().CountAsync(t => t.UserId == person.Id)));
    }

    [Fact]
    public async Task A_person_locked_by_wrong_passwords_is_unlocked_before_the_time()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        for (var i = 0; i < PasswordCheck.MostFailures; i++)
        {
            await _app.SignInAsync(person.Email, "Sai mất rồi 2020!");
        }

        Assert.Equal(422, (await _app.SignInAsync(person.Email, person.Password)).Status);
        await _admin.OpenAsync("/quan-tri/nguoi-dung?tinh-trang=khoa-tam");
        Assert.Contains(person.Name, _admin.Text, StringComparison.Ordinal);
        await _admin.OpenAsync(Page(person, ""));
        Assert.Contains("Khoá tạm đến", _admin.Text, StringComparison.Ordinal);
        await _admin.OpenAsync(Page(person, "/bo-khoa-tam"));
        await _admin.SubmitAsync(Form);

        Assert.Equal(302, (await _app.SignInAsync(person.Email, person.Password)).Status);
        Assert.Contains(await _app.JournalAsync(), entry => entry.RecordId == person.Id && entry.Action == "Unlock");
    }

    [Fact]
    public async Task One_organisation_more_is_added_once()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var add = Page(person, "/them?to-chuc=he-thong");
        var second = await (await _app.SignedInAsync(Role.Administrator)).OpenAsync(add);
        await _admin.OpenAsync(add);
        await Task.WhenAll(_admin.SubmitAsync(Form, ("Roles", nameof(Role.Administrator))), second.SubmitAsync(Form, ("Roles", nameof(Role.Administrator))));

        Assert.Equal([302, 409], new[] { _admin.Status, second.Status }.Order());
    }

    private static string Page(TestPerson person, string verb) => $"/quan-tri/nguoi-dung/{person.Id}{verb}";
}
