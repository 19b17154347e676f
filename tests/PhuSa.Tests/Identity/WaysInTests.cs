using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Identity;

/// <summary>What lets a person in ends when it must, is remembered where they asked, and leaves a trace.</summary>
public sealed class WaysInTests(TelephoneHouse house) : IClassFixture<TelephoneHouse>
{
    private const string New = "Mùa nước nổi về đồng 2026!";
    private static int _phones;
    private readonly App _app = house.App;

    [Fact]
    public async Task A_reset_ends_open_codes_and_sign_ins_elsewhere_and_says_so_before()
    {
        var (person, phone) = await PersonAsync();
        var code = await IssueAsync(person);
        await _app.InDbAsync(async db =>
        {
            db.Add(new IdentityUserLogin<Guid> { UserId = person.Id, LoginProvider = "sso-la", ProviderKey = person.Id.ToString("N"), ProviderDisplayName = "Trang lạ" });
            await db.SaveChangesAsync();
        });
        var administrator = await (await _app.SignedInAsync(Role.Administrator)).OpenAsync($"/quan-tri/nguoi-dung/{person.Id}/dat-lai-mat-khau");
        Assert.Contains("liên kết đăng nhập bên ngoài", administrator.Text, StringComparison.Ordinal);

        await administrator.SubmitAsync("main form", ("Input.Why", "Quên mật khẩu"));

        Assert.Equal(302, administrator.Status);
        Assert.Equal(422, (await WithCodeAsync(phone, code)).Status);
        await _app.InDbAsync(async db =>
        {
            Assert.False(await db.Set<IdentityUserLogin<Guid>>().AnyAsync(l => l.UserId == person.Id));
            Assert.True(await db.Set<JournalEntry>().AnyAsync(e => e.RecordId == person.Id && e.Action == "LoginUnlinked"));
        });
    }

    [Fact]
    public async Task A_password_of_ones_own_ends_open_codes()
    {
        var (person, phone) = await PersonAsync();
        var code = await IssueAsync(person);
        var visitor = await (await _app.SignedInAsync(person)).OpenAsync("/tai-khoan/mat-khau");

        await visitor.SubmitAsync("main form", ("Input.Old", person.Password), ("Input.New", New), ("Input.Again", New));

        Assert.Equal(302, visitor.Status);
        Assert.Equal(422, (await WithCodeAsync(phone, code)).Status);
    }

    [Fact]
    public async Task A_code_from_before_the_account_was_disabled_does_not_sign_in_after_it_is_enabled()
    {
        var (person, phone) = await PersonAsync();
        var code = await IssueAsync(person);
        var administrator = await (await _app.SignedInAsync(Role.Administrator)).OpenAsync($"/quan-tri/nguoi-dung/{person.Id}/khoa");
        await administrator.SubmitAsync("main form", ("Input.Why", "Nghỉ việc"));
        await (await administrator.OpenAsync($"/quan-tri/nguoi-dung/{person.Id}/mo-khoa")).SubmitAsync("main form", ("Input.Why", "Đi làm lại"));
        Assert.Equal(302, administrator.Status);

        Assert.Equal(422, (await WithCodeAsync(phone, code)).Status);
        Assert.Equal(302, (await _app.SignInAsync(person.Email, person.Password)).Status);
    }

    [Fact]
    public async Task A_second_step_begun_with_the_old_password_ends_with_it()
    {
        var (person, _) = await PersonAsync();
        var (key, _) = await _app.AddAppAsync(person);
        var thief = await (await _app.SignInAsync(person.Email, person.Password)).FollowAsync();
        var owner = await (await _app.SignedInAsync(person)).OpenAsync("/tai-khoan/mat-khau");
        await owner.SubmitAsync("main form", ("Input.Old", person.Password), ("Input.New", New), ("Input.Again", New));

        await thief.SubmitAsync("main form", ("Input.Code", _app.NextCode(key)));

        Assert.StartsWith("/dang-nhap?", thief.Redirect!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(302, (await thief.OpenAsync("/quan-tri")).Status);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task Remembering_the_telephone_survives_the_second_step(string remember)
    {
        var (person, phone) = await PersonAsync();
        var (key, _) = await _app.AddAppAsync(person);
        var code = await IssueAsync(person);
        var visitor = await (await _app.Visit().OpenAsync("/dang-nhap/ma")).SubmitAsync("main form", ("Input.Phone", phone), ("Input.Code", code), ("Input.Remember", remember));
        await visitor.FollowAsync();

        await visitor.SubmitAsync("main form", ("Input.Code", _app.NextCode(key)));

        Assert.Equal(302, visitor.Status);
        var cookie = visitor.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("phusa-phien=", StringComparison.Ordinal));
        Assert.Equal(remember == "true", cookie.Contains("expires=", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Turning_the_app_off_ends_the_other_sessions()
    {
        var (person, _) = await PersonAsync();
        var (key, _) = await _app.AddAppAsync(person);
        var (here, there) = (await _app.SignedInAsync(person), await _app.SignedInAsync(person));
        Assert.Equal(200, (await there.OpenAsync("/quan-tri")).Status);
        await here.OpenAsync(WithFactors.AppPage + "/tat");

        await here.SubmitAsync("main form", ("Input.Password", person.Password), ("Input.Code", _app.NextCode(key)));

        Assert.Equal(302, here.Status);
        Assert.Equal(200, (await here.OpenAsync("/quan-tri")).Status);
        Assert.Equal(302, (await there.OpenAsync("/quan-tri")).Status);
    }

    [Fact]
    public async Task A_recovery_code_leaves_a_note_when_it_is_used_and_none_when_it_is_wrong()
    {
        var (person, _) = await PersonAsync();
        var (_, codes) = await _app.AddAppAsync(person);
        var visitor = await (await _app.SignInAsync(person.Email, person.Password)).FollowAsync();
        await visitor.SubmitAsync("main form", ("Input.Code", "AAAA-AAAA-AAAA-AAAA"));
        Assert.Equal(422, visitor.Status);
        await visitor.SubmitAsync("main form", ("Input.Code", codes[0]));
        Assert.Equal(302, visitor.Status);

        await _app.InDbAsync(async db => Assert.Equal(1, await db.Set<JournalEntry>().CountAsync(e => e.RecordId == person.Id && e.Action == "RecoveryCodeUsed" && e.PersonId == person.Id)));
    }

    [Theory]
    [InlineData("2027-07-01", 302)]
    [InlineData("2027-07-02", 422)]
    [InlineData("9999-12-31", 422)]
    public async Task A_consent_text_begins_within_a_year(string day, int status)
    {
        await using var own = await App.StartAsync(empty: true);
        var words = (string[])["Kinds", "Purpose", "Controller", "Rights", "Retention"];
        var administrator = await (await own.SignedInAsync(Role.Administrator)).OpenAsync("/quan-tri/dong-y/moi");
        await administrator.SubmitAsync("main form", [("Input.FromDay", day), .. words.SelectMany(word => new[] { ($"Input.Vietnamese.{word}", "Lời"), ($"Input.English.{word}", "Words") })]);

        Assert.Equal(status, administrator.Status);
        if (status == 422)
        {
            Assert.Equal("Ngày áp dụng không được quá một năm kể từ hôm nay.", administrator.Page.QuerySelector("[id='Input_FromDay-error'], #Input_FromDay-loi, .ps-error")!.TextContent.Replace("Lỗi:", "", StringComparison.Ordinal).Trim());
        }
    }

    private async Task<(TestPerson Person, string Phone)> PersonAsync()
    {
        var phone = $"094{Interlocked.Increment(ref _phones):D7}";
        return (await _app.PersonAsync(Role.CooperativeDirector, phone: "+84" + phone[1..]), phone);
    }

    private Task<string> IssueAsync(TestPerson person) => _app.InScopeAsync(services =>
        services.GetRequiredService<OneTimeCodes>().IssueAsync(person.Id, OneTimeCodeUse.Printed, new Actor("Cán bộ"), CancellationToken.None));

    private async Task<Visitor> WithCodeAsync(string phone, string code) =>
        await (await _app.Visit().OpenAsync("/dang-nhap/ma")).SubmitAsync("main form", ("Input.Phone", phone), ("Input.Code", code), ("Input.Remember", "false"));
}
