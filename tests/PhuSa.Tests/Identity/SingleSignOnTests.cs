using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

public sealed class SingleSignOnTests(SingleSignOnTests.House house) : IClassFixture<SingleSignOnTests.House>
{
    private static int _subjects;
    private readonly App _app = house.App;

    [Fact]
    public async Task A_person_links_a_sign_in_elsewhere_uses_it_and_unlinks_it()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var claims = Somebody();
        var visitor = await LinkAsync(await _app.SignedInAsync(person), "tin", claims);
        Assert.Equal((302, "/tai-khoan/lien-ket"), (visitor.Status, visitor.Redirect!.OriginalString));
        Assert.Contains("Đã liên kết", (await visitor.FollowAsync()).Text, StringComparison.Ordinal);

        var signedIn = await SignInAsync("tin", claims);
        Assert.Equal("/quan-tri?loc=1", signedIn.Redirect!.OriginalString);
        Assert.Equal(200, (await signedIn.FollowAsync()).Status);

        await visitor.OpenAsync("/tai-khoan/lien-ket/tin/bo");
        await visitor.SubmitAsync("main form");
        Assert.Equal(403, (await SignInAsync("tin", claims)).Status);
        await _app.InDbAsync(async db => Assert.Equal(
            ["LoginLinked", "LoginUnlinked"],
            await db.Set<JournalEntry>().Where(e => e.RecordId == person.Id && e.Action.StartsWith("Login")).OrderBy(e => e.Action).Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task Nothing_is_linked_before_the_person_confirms_it()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        house.Provider.Next = Somebody();
        var visitor = await (await _app.SignedInAsync(person)).OpenAsync("/dang-nhap/sso/tin/bat-dau?lien-ket=true");
        await visitor.OpenAsync(await OpenIdProvider.PassAsync(visitor.Redirect!));
        await visitor.FollowAsync();

        Assert.Equal(200, visitor.Status);
        await _app.InDbAsync(async db => Assert.False(await db.Set<IdentityUserLogin<Guid>>().AnyAsync(l => l.UserId == person.Id)));
    }

    [Fact]
    public async Task A_sign_in_that_is_somebody_elses_is_not_linked()
    {
        var claims = Somebody();
        await LinkAsync(await _app.SignedInAsync(Role.DepartmentOfficer), "tin", claims);

        var second = await LinkAsync(await _app.SignedInAsync(Role.DepartmentOfficer), "tin", claims);

        Assert.Equal(409, second.Status);
        Assert.Contains("một người khác", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verified_address_signs_in_whom_it_belongs_to_where_the_provider_is_trusted()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer, phone: "+84916000001");

        var byMail = await SignInAsync("tin", Somebody(("email", person.Email.ToUpperInvariant()), ("email_verified", true)));
        Assert.Equal(302, byMail.Status);
        Assert.Equal(200, (await byMail.FollowAsync()).Status);

        var other = await _app.PersonAsync(Role.CooperativeDirector, phone: "+84916000002");
        Assert.Equal(302, (await SignInAsync("tin", Somebody(("phone_number", "0916 000 002"), ("phone_number_verified", true)))).Status);
        await _app.InDbAsync(async db => Assert.True(await db.Set<IdentityUserLogin<Guid>>().AnyAsync(l => l.UserId == other.Id)));
    }

    [Fact]
    public async Task An_unverified_address_an_untrusted_provider_and_two_persons_addresses_sign_in_nobody_and_make_nobody()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer, phone: "+84916000003");
        var other = await _app.PersonAsync(Role.DepartmentOfficer, phone: "+84916000004");
        var people = await CountAsync();

        var unverified = await SignInAsync("tin", Somebody(("email", person.Email), ("email_verified", false)));
        Assert.Equal(403, unverified.Status);
        Assert.Contains("hãy nhờ quản trị viên", unverified.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await SignInAsync("tin", Somebody(("email", person.Email)))).Status);
        Assert.Equal(403, (await SignInAsync("la", Somebody(("email", person.Email), ("email_verified", true)))).Status);
        Assert.Equal(403, (await SignInAsync("tin", Somebody(("email", person.Email), ("email_verified", true), ("phone_number", "+84916000004"), ("phone_number_verified", true)))).Status);
        Assert.Equal(403, (await SignInAsync("tin", Somebody(("email", "khong-ai@kiem-thu.vn"), ("email_verified", true)))).Status);

        Assert.Equal(people, await CountAsync());
        await _app.InDbAsync(async db => Assert.False(await db.Set<IdentityUserLogin<Guid>>().AnyAsync(l => l.UserId == person.Id || l.UserId == other.Id)));
    }

    [Fact]
    public async Task A_disabled_person_does_not_come_in_through_a_provider()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        await _app.DisableAsync(person);

        Assert.Equal(403, (await SignInAsync("tin", Somebody(("email", person.Email), ("email_verified", true)))).Status);
    }

    [Theory]
    [InlineData("hai-lop", true)]
    [InlineData("tin", false)]
    public async Task Two_factors_checked_elsewhere_count_only_where_the_configuration_says_so(string provider, bool counts)
    {
        var person = await _app.PersonAsync(Role.Administrator, secondFactor: false);
        var visitor = await SignInAsync(provider, Somebody(("email", person.Email), ("email_verified", true), ("amr", new[] { "pwd", "mfa" })));

        await visitor.OpenAsync("/quan-tri");

        Assert.Equal(counts ? 200 : 302, visitor.Status);
        if (!counts)
        {
            Assert.StartsWith("/tai-khoan/hai-buoc", visitor.Redirect!.OriginalString, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_forged_a_replayed_and_a_foreign_answer_end_in_a_sentence()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        house.Provider.Next = Somebody(("email", person.Email), ("email_verified", true));
        var visitor = await _app.Visit().OpenAsync("/dang-nhap/sso/tin/bat-dau");
        var answer = await OpenIdProvider.PassAsync(visitor.Redirect!);

        var foreign = await _app.Visit().OpenAsync(answer);
        Assert.Equal("/dang-nhap/sso/loi", foreign.Redirect!.OriginalString);
        Assert.Contains("không xác nhận được bạn", (await foreign.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal("/dang-nhap/sso/loi", (await _app.Visit().OpenAsync("/dang-nhap/sso/tin?code=abc&state=giả")).Redirect!.OriginalString);
        Assert.Equal("/dang-nhap/sso/loi", (await _app.Visit().OpenAsync("/dang-nhap/sso/tin")).Redirect!.OriginalString);
        Assert.StartsWith("/dang-nhap/sso/xong", (await visitor.OpenAsync(answer)).Redirect!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/dang-nhap/sso/loi", (await visitor.OpenAsync(answer)).Redirect!.OriginalString);
    }

    [Fact]
    public async Task An_answer_with_another_nonce_and_one_under_another_state_sign_in_nobody()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        house.Provider.Next = Somebody(("email", person.Email), ("email_verified", true));
        house.Provider.Nonce = "của người khác";
        try
        {
            var visitor = await _app.Visit().OpenAsync("/dang-nhap/sso/tin/bat-dau");
            Assert.Equal("/dang-nhap/sso/loi", (await visitor.OpenAsync(await OpenIdProvider.PassAsync(visitor.Redirect!))).Redirect!.OriginalString);
        }
        finally
        {
            house.Provider.Nonce = null;
        }

        var (mine, theirs) = (await _app.Visit().OpenAsync("/dang-nhap/sso/tin/bat-dau"), await _app.Visit().OpenAsync("/dang-nhap/sso/tin/bat-dau"));
        var (myAnswer, stolen) = (await OpenIdProvider.PassAsync(mine.Redirect!), await OpenIdProvider.PassAsync(theirs.Redirect!));
        await mine.OpenAsync(Regex.Replace(myAnswer, "code=[^&]+", Regex.Match(stolen, "code=[^&]+").Value));

        Assert.Equal("/dang-nhap/sso/loi", mine.Redirect!.OriginalString);
        await _app.InDbAsync(async db => Assert.False(await db.Set<IdentityUserLogin<Guid>>().AnyAsync(l => l.UserId == person.Id)));
    }

    [Fact]
    public async Task An_address_of_somebody_who_linked_another_account_there_does_not_take_theirs_over()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        await LinkAsync(await _app.SignedInAsync(person), "tin", Somebody());

        var stranger = await SignInAsync("tin", Somebody(("email", person.Email), ("email_verified", true)));

        Assert.Equal(403, stranger.Status);
        await _app.InDbAsync(async db => Assert.Equal(1, await db.Set<IdentityUserLogin<Guid>>().CountAsync(l => l.UserId == person.Id)));
    }

    [Fact]
    public async Task A_linked_person_who_is_disabled_does_not_come_in_and_their_open_session_is_over()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var claims = Somebody();
        await LinkAsync(await _app.SignedInAsync(person), "tin", claims);
        var open = await SignInAsync("tin", claims);
        Assert.Equal(200, (await open.FollowAsync()).Status);

        await _app.DisableAsync(person);

        Assert.Equal(403, (await SignInAsync("tin", claims)).Status);
        Assert.Equal(302, (await open.OpenAsync("/quan-tri")).Status);
    }

    [Fact]
    public async Task A_sign_in_that_long_held_at_the_provider_is_no_fresh_proof_and_asking_again_asks_there_too()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        var claims = Somebody(("email", person.Email), ("email_verified", true), ("auth_time", _app.Clock.GetUtcNow().AddHours(-1).ToUnixTimeSeconds()));
        var visitor = await SignInAsync("tin", claims);
        Assert.Equal(200, (await visitor.FollowAsync()).Status);
        Assert.StartsWith("/tai-khoan/xac-nhan", (await visitor.OpenAsync(WithFactors.AppPage)).Redirect!.OriginalString, StringComparison.Ordinal);

        await visitor.OpenAsync("/dang-nhap/sso/tin/bat-dau");

        Assert.Contains("prompt=login", visitor.Redirect!.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("prompt=", (await _app.Visit().OpenAsync("/dang-nhap/sso/tin/bat-dau")).Redirect!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Linking_and_unlinking_ask_for_a_fresh_proof()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        await LinkAsync(await _app.SignedInAsync(person), "tin", Somebody());
        var visitor = await (await _app.SignedInAsync(person)).OpenAsync("/tai-khoan/lien-ket/tin/bo");
        _app.LaterBy(TimeSpan.FromMinutes(11));
        await visitor.SubmitAsync("main form");
        Assert.StartsWith("/tai-khoan/xac-nhan", visitor.Redirect!.OriginalString, StringComparison.Ordinal);

        house.Provider.Next = Somebody();
        await visitor.OpenAsync("/dang-nhap/sso/la/bat-dau?lien-ket=true");
        await visitor.OpenAsync(await OpenIdProvider.PassAsync(visitor.Redirect!));
        await visitor.FollowAsync();

        Assert.StartsWith("/tai-khoan/xac-nhan", visitor.Redirect!.OriginalString, StringComparison.Ordinal);
        await _app.InDbAsync(async db => Assert.Equal(1, await db.Set<IdentityUserLogin<Guid>>().CountAsync(l => l.UserId == person.Id)));
    }

    [Fact]
    public async Task Refusing_there_ends_in_a_sentence()
    {
        house.Provider.Next = null;
        var visitor = await _app.Visit().OpenAsync("/dang-nhap/sso/tin/bat-dau");

        await visitor.OpenAsync(await OpenIdProvider.PassAsync(visitor.Redirect!));

        Assert.Equal("/dang-nhap/sso/loi", visitor.Redirect!.OriginalString);
    }

    [Fact]
    public async Task A_provider_that_is_down_and_one_that_is_unknown_end_in_a_sentence()
    {
        var visitor = await _app.Visit().OpenAsync("/dang-nhap/sso/hong/bat-dau");

        Assert.Equal(503, visitor.Status);
        Assert.Contains("Trang hỏng đang không trả lời", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await _app.Visit().OpenAsync("/dang-nhap/sso/khong-co/bat-dau")).Status);
    }

    [Fact]
    public async Task The_sign_in_page_offers_every_provider_and_asks_it_by_code_with_proof()
    {
        var visitor = await _app.Visit().OpenAsync("/dang-nhap");
        Assert.Contains("Đăng nhập bằng Trang tin cậy", visitor.Text, StringComparison.Ordinal);

        await visitor.OpenAsync(visitor.Page.QuerySelector("main a[href*='/sso/tin/']")!.GetAttribute("href")!);

        Assert.Contains("response_type=code", visitor.Redirect!.Query, StringComparison.Ordinal);
        Assert.Contains("code_challenge_method=S256", visitor.Redirect.Query, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("http://khcn.localhost/dang-nhap/sso/tin"), visitor.Redirect.Query, StringComparison.Ordinal);
    }

    private static Dictionary<string, object> Somebody(params (string Claim, object Value)[] claims)
    {
        var somebody = claims.ToDictionary(c => c.Claim, c => c.Value, StringComparer.Ordinal);
        somebody["sub"] = $"nguoi-{Interlocked.Increment(ref _subjects)}";
        return somebody;
    }

    private async Task<Visitor> SignInAsync(string provider, Dictionary<string, object> claims)
    {
        house.Provider.Next = claims;
        var visitor = await _app.Visit().OpenAsync($"/dang-nhap/sso/{provider}/bat-dau?tiep=%2Fquan-tri%3Floc%3D1");
        Assert.Equal(302, visitor.Status);
        await visitor.OpenAsync(await OpenIdProvider.PassAsync(visitor.Redirect!));
        return await visitor.FollowAsync();
    }

    private async Task<Visitor> LinkAsync(Visitor visitor, string provider, Dictionary<string, object> claims)
    {
        house.Provider.Next = claims;
        await visitor.OpenAsync($"/dang-nhap/sso/{provider}/bat-dau?lien-ket=true");
        await visitor.OpenAsync(await OpenIdProvider.PassAsync(visitor.Redirect!));
        await visitor.FollowAsync();
        return await visitor.SubmitAsync("main form");
    }

    private async Task<int> CountAsync()
    {
        var count = 0;
        await _app.InDbAsync(async db => count = await db.Set<Person>().CountAsync());
        return count;
    }

    /// <summary>A product that knows one provider under three names, and one that is down.</summary>
    public sealed class House : IAsyncLifetime
    {
        internal OpenIdProvider Provider { get; private set; } = null!;

        public App App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Provider = await OpenIdProvider.StartAsync();
            App = await App.StartAsync(empty: true, prepare: app =>
            {
                Know(app, "tin", "Trang tin cậy", Provider.Authority, ("TrustEmail", "true"), ("TrustPhone", "true"));
                Know(app, "la", "Trang lạ", Provider.Authority);
                Know(app, "hai-lop", "Trang hai lớp", Provider.Authority, ("TrustEmail", "true"), ("CountsAsTwoFactors", "true"));
                Know(app, "hong", "Trang hỏng", "http://127.0.0.1:1");
            });
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await Provider.DisposeAsync();
        }

        private static void Know(App app, string code, string name, string authority, params (string Key, string Value)[] more)
        {
            (string Key, string Value)[] settings = [("Name", name), ("Authority", authority), ("ClientId", "phu-sa"), ("ClientSecret", "bí mật"), ("Scopes", "openid email phone"), .. more];
            foreach (var (key, value) in settings)
            {
                app.Settings[$"SignIn:Providers:{code}:{key}"] = value;
            }
        }
    }
}
