using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

public sealed class PasskeyTests(EmptyHouse house) : IClassFixture<EmptyHouse>
{
    private readonly App _app = house.App;

    [Fact]
    public async Task A_passkey_is_named_added_and_signs_in_alone_also_whom_two_factors_are_asked_of()
    {
        var person = await _app.PersonAsync(Role.Administrator, secondFactor: false);
        using var key = new SoftwareKey();
        var visitor = await _app.AddKeyAsync(person, key, "Điện thoại Hà");
        Assert.Equal("/tai-khoan/hai-buoc/ma-du-phong", visitor.Redirect!.OriginalString);
        Assert.Contains("Điện thoại Hà", (await visitor.OpenAsync("/tai-khoan/hai-buoc")).Text, StringComparison.Ordinal);

        var signedIn = await SignInAsync(key);

        Assert.Equal((302, "/quan-tri"), (signedIn.Status, signedIn.Redirect!.OriginalString));
        Assert.Equal(200, (await signedIn.FollowAsync()).Status);
        await _app.InDbAsync(async db => Assert.Equal(
            ["PasskeyAdded", "SignIn"],
            await db.Set<JournalEntry>().Where(e => e.RecordId == person.Id && (e.Action == "PasskeyAdded" || e.Action == "SignIn")).OrderBy(e => e.Action).Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_copy_of_a_passkey_falls_behind_and_is_refused()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        using var key = new SoftwareKey();
        await _app.AddKeyAsync(person, key);
        key.Count = 7;
        Assert.Equal(302, (await SignInAsync(key)).Status);

        key.Count = 6;

        Assert.Equal(422, (await SignInAsync(key)).Status);
    }

    [Theory]
    [InlineData("http://la.vn", "khcn.localhost", true)]
    [InlineData("http://khcn.localhost", "la.vn", true)]
    [InlineData("http://khcn.localhost:81", "khcn.localhost", true)]
    [InlineData("http://khcn.localhost", "khcn.localhost", false)]
    public async Task An_answer_given_elsewhere_or_without_the_owner_is_refused(string origin, string domain, bool sawTheOwner)
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        using var key = new SoftwareKey();
        await _app.AddKeyAsync(person, key);

        key.Origin = origin;
        key.Domain = domain;
        key.SawTheOwner = sawTheOwner;

        Assert.Equal(422, (await SignInAsync(key)).Status);
        using var foreign = new SoftwareKey { Origin = origin, Domain = domain, SawTheOwner = sawTheOwner };
        Assert.Equal(409, (await _app.AddKeyAsync(person, foreign)).Status);
    }

    [Fact]
    public async Task A_passkey_nobody_added_and_an_answer_that_is_none_are_refused()
    {
        using var stranger = new SoftwareKey();

        Assert.Equal(422, (await SignInAsync(stranger)).Status);
        foreach (var rubbish in (string[])["", "{}", "null", "[]", "không phải JSON", """{"id":"AA","response":{}}"""])
        {
            var visitor = await _app.Visit().OpenAsync("/dang-nhap");
            await visitor.AskAsync("/dang-nhap/khoa/cau-hoi");
            Assert.Equal(422, (await visitor.SubmitAsync("main form[data-passkey]", ("credential", rubbish))).Status);
        }
    }

    [Fact]
    public async Task An_answer_serves_only_for_the_question_of_the_same_browser()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        using var key = new SoftwareKey();
        await _app.AddKeyAsync(person, key);
        var asked = await _app.Visit().OpenAsync("/dang-nhap");
        var stolen = key.Get(await asked.AskAsync("/dang-nhap/khoa/cau-hoi"));

        var thief = await _app.Visit().OpenAsync("/dang-nhap");
        Assert.Equal(422, (await thief.SubmitAsync("main form[data-passkey]", ("credential", stolen))).Status);
        await thief.AskAsync("/dang-nhap/khoa/cau-hoi");
        Assert.Equal(422, (await thief.SubmitAsync("main form[data-passkey]", ("credential", stolen))).Status);
    }

    [Fact]
    public async Task A_question_is_answered_to_the_pages_own_form_only()
    {
        var visitor = await _app.Visit().OpenAsync("/dang-nhap");
        using var none = new StringContent("");

        Assert.Equal(400, (int)(await visitor.Http.PostAsync(new Uri("/dang-nhap/khoa/cau-hoi", UriKind.Relative), none)).StatusCode);
    }

    [Fact]
    public async Task A_disabled_persons_passkey_is_refused()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        using var key = new SoftwareKey();
        await _app.AddKeyAsync(person, key);
        await _app.DisableAsync(person);

        Assert.Equal(422, (await SignInAsync(key)).Status);
    }

    [Fact]
    public async Task Whose_role_asks_for_two_factors_and_who_has_a_passkey_does_not_get_in_by_password_alone()
    {
        var person = await _app.PersonAsync(Role.DepartmentPublisher, secondFactor: false);
        using var key = new SoftwareKey();
        await _app.AddKeyAsync(person, key);

        var visitor = await _app.SignInAsync(person.Email, person.Password);

        Assert.StartsWith("/dang-nhap/hai-buoc", visitor.Redirect!.OriginalString, StringComparison.Ordinal);
        await visitor.FollowAsync();
        await visitor.AskAsync("/dang-nhap/khoa/cau-hoi");
        await visitor.OpenAsync("/dang-nhap/hai-buoc");
        Assert.Equal(200, visitor.Status);
        var answer = key.Get(await visitor.AskAsync("/dang-nhap/khoa/cau-hoi"));
        Assert.Equal(302, (await visitor.SubmitAsync("main form[data-passkey]", ("credential", answer))).Status);
    }

    [Fact]
    public async Task A_passkey_is_renamed_and_removed_by_its_owner_only()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        using var key = new SoftwareKey();
        var visitor = await _app.AddKeyAsync(person, key, "Khoá cũ");
        await visitor.OpenAsync("/tai-khoan/hai-buoc");
        var rename = visitor.Page.QuerySelector("main a[href$='/ten']")!.GetAttribute("href")!;
        var remove = visitor.Page.QuerySelector("main a[href$='/bo']")!.GetAttribute("href")!;
        var stranger = await _app.SignedInAsync(Role.DepartmentOfficer);
        Assert.Equal(404, (await stranger.OpenAsync(rename)).Status);
        Assert.Equal(404, (await stranger.OpenAsync(remove)).Status);

        await (await visitor.OpenAsync(rename)).SubmitAsync("main form", ("Input.Name", "Khoá mới"));
        Assert.Contains("Khoá mới", (await visitor.OpenAsync("/tai-khoan/hai-buoc")).Text, StringComparison.Ordinal);
        await (await visitor.OpenAsync(remove)).SubmitAsync("main form");

        Assert.Equal((302, "/tai-khoan/hai-buoc"), (visitor.Status, visitor.Redirect!.OriginalString));
        Assert.Equal(422, (await SignInAsync(key)).Status);
    }

    [Fact]
    public async Task A_role_that_obliges_keeps_its_last_passkey()
    {
        var person = await _app.PersonAsync(Role.DepartmentPublisher, secondFactor: false);
        using var key = new SoftwareKey();
        var visitor = await _app.AddKeyAsync(person, key);
        await visitor.OpenAsync("/tai-khoan/hai-buoc");

        await visitor.OpenAsync(visitor.Page.QuerySelector("main a[href$='/bo']")!.GetAttribute("href")!);
        await visitor.SubmitAsync("main form");

        Assert.Equal(409, visitor.Status);
        Assert.Equal(302, (await SignInAsync(key)).Status);
    }

    [Fact]
    public async Task Without_javascript_the_button_is_hidden_and_the_page_says_how()
    {
        var visitor = await _app.Visit().OpenAsync("/dang-nhap");

        Assert.NotNull(visitor.Page.QuerySelector("form[data-passkey][hidden]"));
        Assert.Contains("hãy bật JavaScript", visitor.Page.QuerySelector("noscript")!.InnerHtml, StringComparison.Ordinal);
        Assert.Matches("^/assets/passkey\\.[0-9a-f]{8}\\.mjs$", visitor.Page.QuerySelector("script")!.GetAttribute("src"));
    }

    private async Task<Visitor> SignInAsync(SoftwareKey key)
    {
        var visitor = await _app.Visit().OpenAsync("/dang-nhap");
        var answer = key.Get(await visitor.AskAsync("/dang-nhap/khoa/cau-hoi"));
        return await visitor.SubmitAsync("main form[data-passkey]", ("credential", answer));
    }
}
