using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Factors;
using PhuSa.Identity.People;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

/// <summary>Whoever finds a desk with an open session does not change how its owner signs in.</summary>
public sealed class ProofTests(EmptyHouse house) : IClassFixture<EmptyHouse>
{
    private const string Page = "/tai-khoan/xac-nhan";
    private const string Wrong = "Sai mất rồi 2020!";
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(11);
    private readonly App _app = house.App;

    [Theory]
    [InlineData(WithFactors.AppPage)]
    [InlineData(WithFactors.KeyPage)]
    [InlineData("/tai-khoan/hai-buoc/ma-du-phong")]
    [InlineData("/tai-khoan/hai-buoc/ung-dung?tiep=%2Fquan-tri")]
    public async Task What_changes_the_ways_to_sign_in_asks_again_after_ten_minutes_and_leads_back(string address)
    {
        var (person, visitor) = await LongSignedInAsync();
        await visitor.OpenAsync(address);
        Assert.Equal(Page + "?tiep=" + Uri.EscapeDataString(address), visitor.Redirect!.OriginalString);
        await visitor.FollowAsync();
        await visitor.SubmitAsync("main form", ("Input.Password", Wrong));
        Assert.Equal(422, visitor.Status);
        Assert.Equal(302, (await visitor.OpenAsync(address)).Status);
        await visitor.FollowAsync();

        await visitor.SubmitAsync("main form", ("Input.Password", person.Password));

        Assert.Equal((302, address), (visitor.Status, visitor.Redirect!.OriginalString));
        Assert.Equal(200, (await visitor.FollowAsync()).Status);
        await _app.InDbAsync(async db => Assert.Equal(1, await db.Set<JournalEntry>().CountAsync(e => e.RecordId == person.Id && e.Action == "Proved" && e.PersonId == person.Id)));
    }

    [Fact]
    public async Task A_form_left_open_too_long_changes_nothing()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        using var key = new SoftwareKey();
        await _app.AddKeyAsync(person, key);
        await _app.AddAppAsync(person);
        var visitor = await (await _app.SignedInAsync(person)).OpenAsync("/tai-khoan/hai-buoc");
        var remove = visitor.Page.QuerySelector("main a[href$='/bo']")!.GetAttribute("href")!;
        var (moving, adding, renewing, removing) = (await OpenAsync(person, WithFactors.AppPage), await OpenAsync(person, WithFactors.KeyPage), await OpenAsync(person, "/tai-khoan/hai-buoc/ma-du-phong"), await OpenAsync(person, remove));
        var shown = WithFactors.KeyOn(moving);
        var before = await FactorsOfAsync(person);
        _app.LaterBy(TooLong);

        await moving.SubmitAsync("main form", ("Input.Code", _app.CodeNow(shown)));
        await renewing.SubmitAsync("main form");
        await removing.SubmitAsync("main form");
        await adding.SubmitAsync("main form", ("Input.Name", "Khoá lạ"), ("Input.Credential", "{}"));

        Assert.All([moving, adding, renewing, removing], each => Assert.StartsWith(Page + "?tiep=", each.Redirect?.OriginalString, StringComparison.Ordinal));
        Assert.Equal(before, await FactorsOfAsync(person));

        // The device is not even asked to make a key.
        await adding.OpenAsync("/tai-khoan/ten");
        using var question = new HttpRequestMessage(HttpMethod.Post, new Uri(WithFactors.KeyPage + "/cau-hoi", UriKind.Relative));
        question.Headers.Add("RequestVerificationToken", adding.Page.QuerySelector("main form [name=__RequestVerificationToken]")!.GetAttribute("value"));
        Assert.Equal(409, (int)(await adding.Http.SendAsync(question)).StatusCode);
    }

    [Fact]
    public async Task Wrong_proofs_count_towards_the_lock_of_the_account()
    {
        var (person, visitor) = await LongSignedInAsync();
        await visitor.OpenAsync(Page);
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.Equal(422, (await visitor.SubmitAsync("main form", ("Input.Password", Wrong))).Status);
        }

        Assert.Equal(422, (await visitor.SubmitAsync("main form", ("Input.Password", person.Password))).Status);
        Assert.Equal(422, (await _app.SignInAsync(person.Email, person.Password)).Status);
    }

    [Fact]
    public async Task Who_has_no_password_proves_by_the_app_and_no_code_serves_twice()
    {
        var person = await _app.PersonAsync(Role.CooperativeDirector, password: null);
        var (key, _) = await _app.AddAppAsync(person);
        var (here, there) = (await _app.SignedInAsync(person), await _app.SignedInAsync(person));
        _app.LaterBy(TooLong);
        await (await here.OpenAsync("/tai-khoan/mat-khau")).FollowAsync();
        await there.OpenAsync(Page);
        Assert.Null(here.Page.QuerySelector("[name='Input.Password']"));
        var code = _app.CodeNow(key);

        Assert.Equal("/tai-khoan/mat-khau", (await here.SubmitAsync("main form", ("Input.Code", code))).Redirect!.OriginalString);
        Assert.Equal(200, (await here.FollowAsync()).Status);
        Assert.Equal(422, (await there.SubmitAsync("main form", ("Input.Code", code))).Status);
        Assert.Equal(302, (await there.SubmitAsync("main form", ("Input.Code", _app.NextCode(key)))).Status);
    }

    [Fact]
    public async Task Who_has_neither_password_nor_factor_signs_in_again_and_sets_no_password_before()
    {
        var (_, visitor) = await LongSignedInAsync(await _app.PersonAsync(Role.CooperativeDirector, password: null));
        Assert.StartsWith(Page, (await visitor.OpenAsync("/tai-khoan/mat-khau")).Redirect!.OriginalString, StringComparison.Ordinal);
        Assert.StartsWith(Page, (await visitor.OpenAsync("/tai-khoan/lien-lac")).Redirect!.OriginalString, StringComparison.Ordinal);
        await visitor.OpenAsync(WithFactors.AppPage);

        await visitor.FollowAsync();

        Assert.Null(visitor.Page.QuerySelector("main form"));
        Assert.Equal("/dang-nhap?tiep=%2Ftai-khoan%2Fhai-buoc%2Fung-dung", visitor.Page.QuerySelector("main a[href^='/dang-nhap']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_passkey_proves_its_owner_and_nobody_else()
    {
        var (mine, theirs) = (await _app.PersonAsync(Role.DepartmentOfficer), await _app.PersonAsync(Role.DepartmentOfficer));
        using var key = new SoftwareKey();
        using var colleagues = new SoftwareKey();
        await _app.AddKeyAsync(mine, key);
        await _app.AddKeyAsync(theirs, colleagues);
        var (_, visitor) = await LongSignedInAsync(mine);
        await (await visitor.OpenAsync(WithFactors.KeyPage)).FollowAsync();

        await visitor.SubmitAsync("main form[data-passkey]", ("credential", colleagues.Get(await visitor.AskAsync("/dang-nhap/khoa/cau-hoi"))));
        Assert.Equal(422, visitor.Status);
        await visitor.SubmitAsync("main form[data-passkey]", ("credential", "{}"));
        Assert.Equal(422, visitor.Status);
        await visitor.SubmitAsync("main form[data-passkey]", ("credential", key.Get(await visitor.AskAsync("/dang-nhap/khoa/cau-hoi"))));

        Assert.Equal((302, WithFactors.KeyPage), (visitor.Status, visitor.Redirect!.OriginalString));
        Assert.Equal(200, (await visitor.FollowAsync()).Status);
    }

    [Fact]
    public async Task The_password_of_somebody_else_proves_nothing()
    {
        var stranger = await _app.PersonAsync(Role.DepartmentOfficer, password: "Mật khẩu của người lạ 9!");
        var (_, visitor) = await LongSignedInAsync();
        await visitor.OpenAsync(Page);

        Assert.Equal(422, (await visitor.SubmitAsync("main form", ("Input.Password", stranger.Password))).Status);
    }

    [Fact]
    public async Task Pressing_twice_and_a_tab_left_behind_go_on_and_count_nothing()
    {
        var (person, visitor) = await LongSignedInAsync();
        await visitor.OpenAsync(Page + "?tiep=%2Ftai-khoan%2Fhai-buoc");
        var token = visitor.Page.QuerySelector("main form [name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await visitor.SubmitAsync("main form", ("Input.Password", person.Password));

        await visitor.PostAsync(Page, ("__RequestVerificationToken", token), ("tiep", "/tai-khoan/hai-buoc"), ("Input.Password", Wrong));

        Assert.Equal((302, "/tai-khoan/hai-buoc"), (visitor.Status, visitor.Redirect!.OriginalString));
        Assert.Equal("/tai-khoan", (await visitor.OpenAsync(Page + "?tiep=" + Uri.EscapeDataString(Page))).Redirect!.OriginalString);
        await _app.InDbAsync(async db => Assert.Equal(0, (await db.Set<Person>().SingleAsync(p => p.Id == person.Id)).AccessFailedCount));
    }

    [Theory, MemberData(nameof(SecurityTests.Elsewhere), MemberType = typeof(SecurityTests))]
    public async Task The_way_back_never_leads_elsewhere(string address)
    {
        if (address.Contains('\0', StringComparison.Ordinal))
        {
            return;
        }

        var (person, visitor) = await LongSignedInAsync();
        await visitor.OpenAsync(Page + "?tiep=" + Uri.EscapeDataString(address));

        await visitor.SubmitAsync("main form", ("Input.Password", person.Password));

        Assert.Equal("/tai-khoan", visitor.Redirect!.OriginalString);
        Assert.Equal("/tai-khoan", (await visitor.OpenAsync(Page + "?tiep=" + Uri.EscapeDataString(address))).Redirect!.OriginalString);
    }

    [Fact]
    public async Task The_forced_first_factor_asks_nothing_more_right_after_signing_in_and_later_does_not_lead_in_circles()
    {
        var person = await _app.PersonAsync(Role.DepartmentPublisher, secondFactor: false);
        var visitor = await _app.SignInAsync(person.Email, person.Password);
        Assert.Equal(200, (await visitor.OpenAsync(WithFactors.AppPage)).Status);
        _app.LaterBy(TooLong);
        await (await visitor.OpenAsync(WithFactors.AppPage)).FollowAsync();
        Assert.Equal(200, visitor.Status);

        await visitor.SubmitAsync("main form", ("Input.Password", person.Password));
        await visitor.FollowAsync();
        await visitor.SubmitAsync("main form", ("Input.Code", _app.CodeNow(WithFactors.KeyOn(visitor))));

        Assert.Equal(10, WithFactors.CodesOn(visitor).Count);
    }

    [Fact]
    public async Task A_locked_session_is_opened_before_it_proves_anything()
    {
        var (person, visitor) = await LongSignedInAsync();
        await (await visitor.OpenAsync("/tai-khoan/khoa-man-hinh")).SubmitAsync("main form");
        Assert.StartsWith("/dang-nhap/mo-khoa", (await visitor.OpenAsync(Page)).Redirect!.OriginalString, StringComparison.Ordinal);
        await visitor.FollowAsync();

        await visitor.SubmitAsync("form.ps-unlock", ("Input.Password", person.Password));

        Assert.Equal(200, (await visitor.OpenAsync(WithFactors.AppPage)).Status);
        await _app.InDbAsync(async db => Assert.True(await db.Set<JournalEntry>().AnyAsync(e => e.RecordId == person.Id && e.Action == "ScreenLocked" && e.PersonId == person.Id)));
    }

    [Fact]
    public async Task An_app_offered_to_oneself_does_not_clear_what_was_counted()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var visitor = await OpenAsync(person, WithFactors.AppPage);
        for (var tries = 0; tries < 4; tries++)
        {
            await _app.SignInAsync(person.Email, Wrong);
        }

        await visitor.SubmitAsync("main form", ("Input.Code", _app.CodeNow(WithFactors.KeyOn(visitor))));
        Assert.Equal(200, visitor.Status);
        await _app.SignInAsync(person.Email, Wrong);

        Assert.Equal(422, (await _app.SignInAsync(person.Email, person.Password)).Status);
    }

    private async Task<(TestPerson Person, Visitor Visitor)> LongSignedInAsync(TestPerson? who = null)
    {
        var person = who ?? await _app.PersonAsync(Role.DepartmentOfficer);
        var visitor = await _app.SignedInAsync(person);
        _app.LaterBy(TooLong);
        return (person, visitor);
    }

    private async Task<Visitor> OpenAsync(TestPerson person, string address) => await (await _app.SignedInAsync(person)).OpenAsync(address);

    /// <summary>All that lets the person in, as one text.</summary>
    private async Task<string> FactorsOfAsync(TestPerson person)
    {
        var all = "";
        await _app.InDbAsync(async db =>
        {
            var tokens = await db.Set<Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>>().Where(t => t.UserId == person.Id && t.Name == "AuthenticatorKey").Select(t => t.Value).ToListAsync();
            var keys = await db.Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>>().CountAsync(p => p.UserId == person.Id);
            var codes = await db.Set<RecoveryCode>().Where(c => c.PersonId == person.Id).OrderBy(c => c.Hash).Select(c => c.Hash).ToListAsync();
            all = $"{string.Join(' ', tokens)} {keys} {string.Join(' ', codes)}";
        });
        return all;
    }
}
