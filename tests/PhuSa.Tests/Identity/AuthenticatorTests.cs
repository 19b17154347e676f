using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Factors;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

public sealed class AuthenticatorTests(EmptyHouse house) : IClassFixture<EmptyHouse>
{
    private const string AppPage = WithFactors.AppPage;
    private readonly App _app = house.App;

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeOf("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public async Task An_app_is_added_by_its_code_and_asked_for_at_the_next_sign_in()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var (key, codes) = await _app.AddAppAsync(person);

        Assert.Equal(10, codes.Distinct().Count());
        var visitor = await _app.SignInAsync(person.Email, person.Password);
        Assert.Equal("/dang-nhap/hai-buoc?tiep=%2Fquan-tri", visitor.Redirect!.OriginalString);
        Assert.Equal(302, (await visitor.OpenAsync("/quan-tri")).Status);
        await visitor.OpenAsync("/dang-nhap/hai-buoc?tiep=%2Fquan-tri");
        await visitor.SubmitAsync("main form", ("Input.Code", _app.NextCode(key)));

        Assert.Equal("/quan-tri", visitor.Redirect!.OriginalString);
        Assert.Equal(200, (await visitor.FollowAsync()).Status);
    }

    [Fact]
    public async Task A_wrong_code_adds_no_app_and_the_key_stays_the_same_for_the_second_try()
    {
        var visitor = await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(AppPage);
        var key = WithFactors.KeyOn(visitor);
        Assert.Contains("M", visitor.Page.QuerySelector("svg.ps-qr path")!.GetAttribute("d"), StringComparison.Ordinal);

        await visitor.SubmitAsync("main form", ("Input.Code", "000000"));

        Assert.Equal(422, visitor.Status);
        Assert.Equal(key, WithFactors.KeyOn(visitor));
        Assert.DoesNotContain("style=", visitor.Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_taken_once_even_by_four_at_the_same_moment()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var (key, _) = await _app.AddAppAsync(person);
        var code = _app.NextCode(key);
        var doors = new List<Visitor>();
        for (var i = 0; i < 4; i++)
        {
            var visitor = await _app.SignInAsync(person.Email, person.Password);
            doors.Add(await visitor.FollowAsync());
        }

        await Task.WhenAll(doors.Select(door => door.SubmitAsync("main form", ("Input.Code", code))));

        Assert.Equal(1, doors.Count(door => door.Status == 302));
    }

    [Fact]
    public async Task The_right_password_does_not_clear_the_count_of_wrong_codes()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var (key, _) = await _app.AddAppAsync(person);
        for (var tries = 0; tries < 5; tries++)
        {
            var door = await (await _app.SignInAsync(person.Email, person.Password)).FollowAsync();
            Assert.Equal(422, (await door.SubmitAsync("main form", ("Input.Code", "123"))).Status);
        }

        Assert.Equal(422, (await _app.SignInAsync(person.Email, person.Password)).Status);
        _app.Clock.Advance(TimeSpan.FromMinutes(16));
        var later = await (await _app.SignInAsync(person.Email, person.Password)).FollowAsync();
        Assert.Equal(302, (await later.SubmitAsync("main form", ("Input.Code", _app.NextCode(key)))).Status);
    }

    [Fact]
    public async Task The_second_step_waits_for_five_minutes()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var (key, _) = await _app.AddAppAsync(person);
        var visitor = await (await _app.SignInAsync(person.Email, person.Password)).FollowAsync();
        _app.Clock.Advance(TimeSpan.FromMinutes(6));

        await visitor.SubmitAsync("main form", ("Input.Code", _app.NextCode(key)));

        Assert.StartsWith("/dang-nhap?", visitor.Redirect!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(302, (await visitor.OpenAsync("/quan-tri")).Status);
    }

    [Fact]
    public async Task The_second_step_is_closed_to_who_has_not_passed_the_first() =>
        Assert.StartsWith("/dang-nhap?", (await _app.Visit().OpenAsync("/dang-nhap/hai-buoc")).Redirect!.OriginalString, StringComparison.Ordinal);

    [Fact]
    public async Task A_recovery_code_serves_once_and_a_new_set_ends_the_old_one()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var (_, codes) = await _app.AddAppAsync(person);
        Assert.Equal(302, (await WithCodeAsync(person, codes[0].Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant())).Status);
        Assert.Equal(422, (await WithCodeAsync(person, codes[0])).Status);

        var visitor = await (await _app.SignedInAsync(person)).OpenAsync("/tai-khoan/hai-buoc/ma-du-phong");
        Assert.Contains("Còn 9 mã dự phòng", visitor.Text, StringComparison.Ordinal);
        var renewed = WithFactors.CodesOn(await visitor.SubmitAsync("main form"));

        Assert.Equal(422, (await WithCodeAsync(person, codes[1])).Status);
        Assert.Equal(302, (await WithCodeAsync(person, renewed[0])).Status);
        await _app.InDbAsync(async db => Assert.DoesNotContain(await db.Set<RecoveryCode>().Select(c => c.Hash).ToListAsync(), renewed.Contains));
    }

    [Fact]
    public async Task Codes_can_be_kept_as_a_text_file_without_javascript()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var visitor = await AddAppPageAsync(person);

        var link = visitor.Page.QuerySelector("a[download]")!.GetAttribute("href")!;

        Assert.StartsWith("data:text/plain", link, StringComparison.Ordinal);
        Assert.All(WithFactors.CodesOn(visitor), code => Assert.Contains(code, Uri.UnescapeDataString(link), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Turning_the_app_off_asks_for_password_and_code()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var (key, _) = await _app.AddAppAsync(person);
        var visitor = await (await _app.SignedInAsync(person)).OpenAsync(AppPage + "/tat");
        Assert.Equal(422, (await visitor.SubmitAsync("main form", ("Input.Password", "Sai mất rồi 2020!"), ("Input.Code", _app.NextCode(key)))).Status);
        Assert.Equal(422, (await visitor.SubmitAsync("main form", ("Input.Password", person.Password), ("Input.Code", "000000"))).Status);

        await visitor.SubmitAsync("main form", ("Input.Password", person.Password), ("Input.Code", _app.NextCode(key)));

        Assert.Equal((302, "/tai-khoan/hai-buoc"), (visitor.Status, visitor.Redirect!.OriginalString));
        Assert.Equal("/quan-tri", (await _app.SignInAsync(person.Email, person.Password)).Redirect!.OriginalString);
        await _app.InDbAsync(async db => Assert.True(await db.Set<JournalEntry>().AnyAsync(e => e.RecordId == person.Id && e.Action == "AuthenticatorRemoved")));
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.DepartmentPublisher)]
    public async Task A_role_that_obliges_keeps_its_last_factor(Role role)
    {
        var person = await _app.PersonAsync(role);
        var (key, _) = await _app.AddAppAsync(person);
        var visitor = await (await _app.SignedInAsync(person)).OpenAsync(AppPage + "/tat");

        await visitor.SubmitAsync("main form", ("Input.Password", person.Password), ("Input.Code", _app.NextCode(key)));

        Assert.Equal(409, visitor.Status);
        Assert.Contains("Vai trò của bạn bắt buộc", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_password_is_allowed_beside_an_app_and_must_grow_before_the_app_goes()
    {
        const string Short = "Sóng 9!ab";
        const string Long = "Phù sa về đồng 2027!";
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var (key, _) = await _app.AddAppAsync(person);
        var visitor = await (await _app.SignedInAsync(person)).OpenAsync("/tai-khoan/mat-khau");
        Assert.Equal(302, (await visitor.SubmitAsync("main form", ("Input.Old", person.Password), ("Input.New", Short), ("Input.Again", Short))).Status);

        await visitor.OpenAsync(AppPage + "/tat");
        var code = _app.NextCode(key);
        await visitor.SubmitAsync("main form", ("Input.Password", Short), ("Input.Code", code));
        Assert.Equal(422, visitor.Status);
        Assert.Contains("ít nhất 14 ký tự", visitor.Text, StringComparison.Ordinal);
        await visitor.SubmitAsync("main form", ("Input.Password", Short), ("Input.Code", code), ("Input.New", Long), ("Input.Again", Long));

        Assert.Equal(302, visitor.Status);
        Assert.Equal(422, (await _app.SignInAsync(person.Email, Short)).Status);
        Assert.Equal("/quan-tri", (await _app.SignInAsync(person.Email, Long)).Redirect!.OriginalString);
    }

    [Fact]
    public async Task A_role_that_obliges_leads_here_until_there_is_a_factor_and_back()
    {
        var person = await _app.PersonAsync(Role.Administrator, secondFactor: false);
        var visitor = await _app.SignInAsync(person.Email, person.Password);
        await visitor.OpenAsync("/quan-tri?loc=1");
        Assert.Equal("/tai-khoan/hai-buoc?tiep=%2Fquan-tri%3Floc%3D1", visitor.Redirect!.OriginalString);
        await visitor.FollowAsync();
        Assert.Contains("Vai trò của bạn bắt buộc", visitor.Text, StringComparison.Ordinal);

        await visitor.OpenAsync(visitor.Page.QuerySelector($"main a[href^='{AppPage}']")!.GetAttribute("href")!);
        await visitor.SubmitAsync("main form", ("Input.Code", _app.CodeNow(WithFactors.KeyOn(visitor))));

        Assert.Equal("/quan-tri?loc=1", visitor.Page.QuerySelector("main a.btn-primary")!.GetAttribute("href"));
        Assert.Equal(200, (await visitor.OpenAsync("/quan-tri?loc=1")).Status);
    }

    private async Task<Visitor> AddAppPageAsync(TestPerson person)
    {
        var visitor = await (await _app.SignedInAsync(person)).OpenAsync(AppPage);
        await visitor.SubmitAsync("main form", ("Input.Code", _app.CodeNow(WithFactors.KeyOn(visitor))));
        Assert.Equal(200, visitor.Status);
        return visitor;
    }

    private async Task<Visitor> WithCodeAsync(TestPerson person, string code)
    {
        var visitor = await (await _app.SignInAsync(person.Email, person.Password)).FollowAsync();
        return await visitor.SubmitAsync("main form", ("Input.Code", code));
    }
}
