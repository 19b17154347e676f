using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.SignIn;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

/// <summary>Signing in under attack: planted cookies, other sites' posts, ways out through addresses, guessing by text, by work and by many addresses.</summary>
public sealed class SecurityTests(PrivacyApp app) : IClassFixture<PrivacyApp>
{
    private const string Wrong = "Sai mất rồi 2020!";

    /// <summary>Where a browser must never be sent. Some look local.</summary>
    public static TheoryData<string> Elsewhere =>
    [
        "//ke-gian.vn", "///ke-gian.vn", "/\\ke-gian.vn", "\\\\ke-gian.vn", "\\/ke-gian.vn", "https://ke-gian.vn", "http:ke-gian.vn", "HTTPS://ke-gian.vn/quan-tri",
        "javascript:alert(1)", "data:text/html,x", "ke-gian.vn", "@ke-gian.vn", " //ke-gian.vn", "\t//ke-gian.vn", "/\t/ke-gian.vn", "/\n/ke-gian.vn", "/\r\nLocation: https://ke-gian.vn",
        "/\u0000/ke-gian.vn", "\u00a0//ke-gian.vn", "\uff0f\uff0fke-gian.vn", "\u2215\u2215ke-gian.vn", "%2f%2fke-gian.vn", "//%6be-gian.vn", "/\\/ke-gian.vn", "//khcn.localhost@ke-gian.vn", "",
    ];

    [Fact]
    public async Task A_session_planted_before_the_sign_in_is_worth_nothing_after_it()
    {
        var attacker = await app.PersonAsync(Role.Partner);
        var planted = await SignInAsync(app.Visit(), attacker.Email, attacker.Password);
        var cookie = CookieOf(planted);
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        var victim = await app.Visit("khcn.localhost", new Cookie("phusa-phien", cookie)).OpenAsync("/dang-nhap");

        await victim.SubmitAsync("main form", ("Input.Login", person.Email), ("Input.Password", person.Password));
        Assert.Equal(302, victim.Status);

        Assert.NotEqual(cookie, CookieOf(victim));
        await victim.OpenAsync("/tai-khoan");
        Assert.Contains(person.Name, victim.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(person.Name, (await planted.OpenAsync("/tai-khoan")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_made_up_cookie_is_nobodys()
    {
        foreach (var cookie in (string[])["x", "CfDJ8", new string('A', 4000)])
        {
            Assert.Equal(302, (await app.Visit("khcn.localhost", new Cookie("phusa-phien", cookie)).OpenAsync("/quan-tri")).Status);
        }
    }

    [Fact]
    public async Task Every_page_that_takes_a_post_refuses_one_without_its_token_or_with_anothers()
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        var other = await (await app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/tai-khoan/ten");
        var foreign = other.Page.QuerySelector("main form [name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var pages = Pages();
        Assert.Contains("/dang-nhap", pages);
        foreach (var page in pages)
        {
            await administrator.PostAsync(page);
            Assert.True(administrator.Status is 400 or 403 or 405, $"{page}: {administrator.Status} without a token");
            await administrator.PostAsync(page, ("__RequestVerificationToken", foreign));
            Assert.True(administrator.Status is 400 or 403 or 405, $"{page}: {administrator.Status} with another's token");
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Origin", "https://ke-gian.vn", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Origin", "http://khcn.localhost:81", 403)]
    [InlineData("Origin", "http://khcn.localhost", 302)]
    [InlineData("Sec-Fetch-Site", "same-origin", 302)]
    public async Task A_post_that_another_site_sent_is_refused_whatever_its_token(string header, string value, int status)
    {
        var visitor = await (await app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/tai-khoan/ten");
        visitor.Http.DefaultRequestHeaders.Add(header, value);

        await visitor.SubmitAsync("main form", ("Input.Name", "Tên mới"));

        Assert.Equal(status, visitor.Status);
    }

    [Theory, MemberData(nameof(Elsewhere))]
    public async Task The_way_on_after_signing_in_never_leads_elsewhere(string address)
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        var visitor = await app.Visit().OpenAsync("/dang-nhap?tiep=" + Uri.EscapeDataString(address));
        if (address.Contains('\0', StringComparison.Ordinal))
        {
            // No address and no form may hold this character; the request is refused as a whole.
            Assert.Equal((400, null), (visitor.Status, visitor.Redirect));
            await visitor.OpenAsync("/dang-nhap");
            await visitor.SubmitAsync("main form", ("Input.Login", person.Email), ("Input.Password", person.Password), ("tiep", address));
            Assert.Equal((400, null), (visitor.Status, visitor.Redirect));
            return;
        }

        await visitor.SubmitAsync("main form", ("Input.Login", person.Email), ("Input.Password", person.Password), ("tiep", address));
        Assert.Equal("/quan-tri", visitor.Redirect!.OriginalString);

        await app.InScopeAsync<bool>(async services =>
        {
            await services.GetRequiredService<PhuSa.Platform.Data.AppDbContext>().Set<PhuSa.Identity.Sessions.SignInSession>().Where(s => s.PersonId == person.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Locked, true));
            return true;
        });
        await visitor.OpenAsync("/dang-nhap/mo-khoa?tiep=" + Uri.EscapeDataString(address));
        await visitor.SubmitAsync("form.ps-unlock", ("Input.Password", person.Password));
        Assert.Equal("/quan-tri", visitor.Redirect!.OriginalString);
    }

    [Fact]
    public async Task Whatever_is_wrong_the_answer_and_the_work_are_the_same()
    {
        var known = await app.PersonAsync(Role.DepartmentOfficer);
        var locked = await app.PersonAsync(Role.DepartmentOfficer);
        var disabled = await app.PersonAsync(Role.DepartmentOfficer);
        var withoutPassword = await app.PersonAsync(Role.CooperativeDirector, password: null);
        await SignInAsync(app.Visit(), "khong-ai-truoc@kiem-thu.vn", Wrong);
        for (var wrong = 0; wrong < PasswordCheck.MostFailures; wrong++)
        {
            await SignInAsync(app.Visit(), locked.Email, Wrong);
        }

        await app.InScopeAsync<bool>(async services =>
        {
            services.GetRequiredService<Acting>().As(new("Kiểm thử"));
            var db = services.GetRequiredService<PhuSa.Platform.Data.AppDbContext>();
            (await db.Set<PhuSa.Identity.People.Person>().SingleAsync(p => p.Id == disabled.Id)).Disable("thử", new("Kiểm thử"), app.Clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
            return true;
        });

        var answers = new List<string>();
        foreach (var (login, password) in new[] { (known.Email, Wrong), ("khong-ai@kiem-thu.vn", Wrong), ("0900000000", Wrong), ("không phải gì cả", Wrong), (locked.Email, TestPeople.Password), (disabled.Email, TestPeople.Password), (withoutPassword.Email, Wrong) })
        {
            var (looked, written) = (app.Looked.Count, await WrittenAsync());
            var visitor = await SignInAsync(app.Visit(), login, password);
            Assert.True(app.Looked.Count - looked == 1, $"{login}: {app.Looked.Count - looked} passwords looked at");
            Assert.True(await WrittenAsync() - written == 1, $"{login}: {await WrittenAsync() - written} entries written");
            Assert.Equal(422, visitor.Status);
            answers.Add(Body(visitor, login));
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task From_fifty_addresses_no_more_than_five_passwords_of_one_account_are_looked_at()
    {
        await using var own = new PrivacyApp();
        own.Settings["TrustedProxies"] = "10.0.0.5";
        own.Settings["Limits:PostsPerMinute"] = "120";
        await own.InitializeAsync();
        var person = await own.PersonAsync(Role.DepartmentOfficer);
        var answers = new List<string>();
        for (var address = 1; address <= 50; address++)
        {
            var visitor = BehindProxy(own, $"203.0.113.{address}");
            await SignInAsync(visitor, person.Email, address == 50 ? person.Password : Wrong);
            Assert.Equal(422, visitor.Status);
            answers.Add(Body(visitor, person.Email));
        }

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.Equal(PasswordCheck.MostFailures, own.Looked.CountOf(person.Id));
        await own.InDbAsync(async db =>
        {
            Assert.Equal(50, await db.Set<JournalEntry>().CountAsync(e => e.Action == "SignInFailed" && e.PersonId == person.Id));
            var one = await db.Set<PhuSa.Identity.People.Person>().SingleAsync(p => p.Id == person.Id);
            Assert.Equal(PasswordCheck.MostFailures, one.AccessFailedCount);
        });
    }

    [Fact]
    public async Task Point_30_of_32_sign_ins_at_once_five_are_looked_at_and_the_lock_holds_15_minutes()
    {
        await using var own = new PrivacyApp();
        await own.InitializeAsync();
        var person = await own.PersonAsync(Role.DepartmentOfficer);
        // As many passwords are looked at as sign-ins are tried; those of a locked account are nobody's. The counter of the account tells them apart.
        var visitors = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => own.Visit().OpenAsync("/dang-nhap")));
        await Task.WhenAll(visitors.Select(visitor => visitor.SubmitAsync("main form", ("Input.Login", person.Email), ("Input.Password", Wrong))));

        Assert.All(visitors, visitor => Assert.Equal(422, visitor.Status));
        Assert.Equal(PasswordCheck.MostFailures, own.Looked.CountOf(person.Id));
        Assert.Equal(422, (await SignInAsync(own.Visit(), person.Email, person.Password)).Status);
        Assert.Equal(PasswordCheck.MostFailures, own.Looked.CountOf(person.Id));

        own.Clock.Advance(PasswordCheck.LockedFor - TimeSpan.FromSeconds(1));
        Assert.Equal(422, (await SignInAsync(own.Visit(), person.Email, person.Password)).Status);
        own.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(302, (await SignInAsync(own.Visit(), person.Email, person.Password)).Status);
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_of_plain_http()
    {
        await using var own = new PrivacyApp();
        own.Settings["TrustedProxies"] = "10.0.0.5";
        own.Settings["Https:Required"] = "true";
        await own.InitializeAsync();
        var person = await own.PersonAsync(Role.DepartmentOfficer);
        var visitor = BehindProxy(own, "203.0.113.7");
        await visitor.OpenAsync("/dang-nhap");
        var cookies = SetCookies(visitor);
        Assert.Equal("max-age=31536000; includeSubDomains", visitor.Response.Headers.GetValues("Strict-Transport-Security").Single());

        await visitor.SubmitAsync("main form", ("Input.Login", person.Email), ("Input.Password", person.Password));
        cookies.AddRange(SetCookies(visitor));

        Assert.Equal(["phusa-form", "phusa-buoc-hai", "phusa-phien"], cookies.Select(cookie => cookie.Split('=')[0]));
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("samesite=none", cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task No_copy_of_a_personal_page_is_kept_anywhere()
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        var nobody = app.Visit();
        foreach (var page in Pages())
        {
            foreach (var visitor in new[] { administrator, nobody })
            {
                await visitor.OpenAsync(page);
                Assert.True(visitor.Response.Headers.CacheControl?.NoStore ?? false, $"{page}: {visitor.Response.Headers.CacheControl}");
            }
        }
    }

    private static List<string> SetCookies(Visitor visitor) => visitor.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];

    private static string CookieOf(Visitor visitor) =>
        Assert.Single(SetCookies(visitor), cookie => cookie.StartsWith("phusa-phien=", StringComparison.Ordinal)).Split(';')[0]["phusa-phien=".Length..];

    private static Visitor BehindProxy(App app, string address)
    {
        var server = app.Server.CreateHandler(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse("10.0.0.5");
            context.Request.Headers["X-Forwarded-For"] = address;
            context.Request.Headers["X-Forwarded-Proto"] = "https";
        });
        return new Visitor(new HttpClient(new CookieContainerHandler { InnerHandler = server }) { BaseAddress = new Uri("https://khcn.localhost/") });
    }

    private static async Task<Visitor> SignInAsync(Visitor visitor, string login, string password) =>
        await (await visitor.OpenAsync("/dang-nhap")).SubmitAsync("main form", ("Input.Login", login), ("Input.Password", password));

    /// <summary>The page without what differs for everybody: the token, and the name that was typed.</summary>
    private static string Body(Visitor visitor, string login)
    {
        foreach (var token in visitor.Page.QuerySelectorAll("[name='__RequestVerificationToken']").ToList())
        {
            token.Remove();
        }

        visitor.Page.QuerySelector("[name='Input.Login']")!.SetAttribute("value", "");
        Assert.DoesNotContain(login, visitor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        return visitor.Page.DocumentElement.OuterHtml;
    }

    private Task<int> WrittenAsync() => app.InScopeAsync(services => services.GetRequiredService<PhuSa.Platform.Data.AppDbContext>().Set<JournalEntry>().CountAsync());

    /// <summary>Every page of the places where the product knows who somebody is, with something plausible in each part of its address.</summary>
    private List<string> Pages() =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Part)))))
            .Where(path => PersonalPlaces.Hold(path))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static string Part(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "guid") => Guid.Empty.ToString(),
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "format" } => "csv",
        _ => "1",
    };
}
