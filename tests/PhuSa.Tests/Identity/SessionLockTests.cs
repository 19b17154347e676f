using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

/// <summary>A session locks when idle, and a form that was being filled in is not lost by it.</summary>
public sealed class SessionLockTests(PrivacyApp app) : IClassFixture<PrivacyApp>
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(16);

    [Fact]
    public async Task After_15_idle_minutes_a_page_asks_for_the_password_and_is_come_back_to()
    {
        var visitor = await app.SignedInAsync(Role.DepartmentOfficer);
        app.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(200, (await visitor.OpenAsync("/quan-tri?loc=1")).Status);

        app.Clock.Advance(Idle);
        await visitor.OpenAsync("/quan-tri?loc=1");
        Assert.Equal("/dang-nhap/mo-khoa?tiep=%2Fquan-tri%3Floc%3D1", visitor.Redirect!.OriginalString);

        await visitor.FollowAsync();
        Assert.Null(visitor.Page.QuerySelector("nav.ps-side"));
        await visitor.SubmitAsync("form.ps-unlock", ("Input.Password", TestPeople.Password));
        Assert.Equal("/quan-tri?loc=1", visitor.Redirect!.OriginalString);
        Assert.Equal(200, (await visitor.FollowAsync()).Status);
    }

    [Fact]
    public async Task An_administrators_session_locks_after_5_minutes()
    {
        var administrator = await app.SignedInAsync(Role.Administrator);
        var officer = await app.SignedInAsync(Role.DepartmentOfficer);
        app.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.StartsWith("/dang-nhap/mo-khoa", (await administrator.OpenAsync("/quan-tri")).Redirect!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(200, (await officer.OpenAsync("/quan-tri")).Status);
    }

    [Fact]
    public async Task A_form_sent_to_a_locked_session_is_kept_and_sent_only_by_the_person()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        var visitor = await app.SignedInAsync(person);
        await FormOnLockedSessionAsync(visitor, "Lê Thị “Mới” & Con");
        Assert.Equal(200, visitor.Status);
        Assert.Contains("còn nguyên", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lê Thị", visitor.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("no-store", visitor.Response.Headers.CacheControl!.ToString().Split(',')[0]);

        await visitor.SubmitAsync("form.ps-unlock", ("Input.Password", "Sai mất rồi 2020!"));
        Assert.Equal(422, visitor.Status);
        await visitor.SubmitAsync("form.ps-unlock", ("Input.Password", person.Password));
        Assert.Equal("Biểu mẫu của bạn còn nguyên", visitor.Page.QuerySelector("main h1")!.TextContent);
        Assert.Equal(person.Name, await NameAsync(person));

        await visitor.SubmitAsync("form.ps-send-again");
        Assert.Equal("/tai-khoan", visitor.Redirect!.OriginalString);
        Assert.Equal("Lê Thị “Mới” & Con", await NameAsync(person));
    }

    [Fact]
    public async Task A_form_kept_for_another_person_is_discarded_with_a_sentence()
    {
        var first = await app.SignedInAsync(Role.DepartmentOfficer);
        await FormOnLockedSessionAsync(first, "Của người khác");
        var kept = first.Page.QuerySelector("[name='Input.Kept']")!.GetAttribute("value")!;

        var second = await app.SignedInAsync(Role.DepartmentOfficer);
        await FormOnLockedSessionAsync(second, "Của tôi");
        await second.SubmitAsync("form.ps-unlock", ("Input.Password", TestPeople.Password), ("Input.Kept", kept));

        AssertDiscarded(second);
    }

    [Fact]
    public async Task A_kept_form_that_was_altered_is_discarded()
    {
        var visitor = await app.SignedInAsync(Role.DepartmentOfficer);
        await FormOnLockedSessionAsync(visitor, "Bị sửa");
        var kept = visitor.Page.QuerySelector("[name='Input.Kept']")!.GetAttribute("value")!;
        var middle = kept.Length / 2;

        await visitor.SubmitAsync("form.ps-unlock", ("Input.Password", TestPeople.Password), ("Input.Kept", kept[..middle] + (kept[middle] == 'A' ? 'B' : 'A') + kept[(middle + 1)..]));

        AssertDiscarded(visitor);
    }

    [Fact]
    public async Task A_form_kept_too_long_is_discarded()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        var visitor = await app.SignedInAsync(person);
        await app.InDbAsync(db => db.Set<SignInSession>().Where(s => s.PersonId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndsAt, s => s.EndsAt.AddDays(30))));
        await FormOnLockedSessionAsync(visitor, "Cũ quá");
        app.Clock.Advance(KeptForms.Lasts);

        await visitor.SubmitAsync("form.ps-unlock", ("Input.Password", person.Password));

        AssertDiscarded(visitor);
    }

    [Fact]
    public async Task A_public_page_asks_nobody_who_they_are()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        var visitor = await app.SignedInAsync(person);
        await app.InDbAsync(db => db.Set<SignInSession>().Where(s => s.PersonId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, app.Clock.GetUtcNow().UtcDateTime)));

        // Wherever the ended session was looked at, the cookie that names it is taken away.
        await visitor.OpenAsync("/");
        Assert.Equal(200, visitor.Status);
        Assert.False(visitor.Response.Headers.Contains("Set-Cookie"));

        await visitor.OpenAsync("/quan-tri");
        Assert.True(visitor.Response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Nothing_from_elsewhere_comes_through_the_lock()
    {
        var visitor = await app.SignedInAsync(Role.DepartmentOfficer);
        app.Clock.Advance(Idle);

        await visitor.PostAsync("/tai-khoan/ten", ("Input.Name", "Kẻ gian"));
        Assert.Equal(307, visitor.Status);
        await visitor.PostAsync(visitor.Redirect!.OriginalString, ("Input.Name", "Kẻ gian"));

        Assert.Equal(400, visitor.Status);
    }

    [Fact]
    public async Task A_kept_form_says_that_files_are_not_in_it()
    {
        var visitor = await (await app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/tai-khoan/ten");
        var token = visitor.Page.QuerySelector("main form [name='__RequestVerificationToken']")!.GetAttribute("value")!;
        app.Clock.Advance(Idle);
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("Tên"), "Input.Name" }, { new ByteArrayContent([1, 2, 3]), "Tep", "anh.png" } };

        var answer = await visitor.Http.PostAsync(new Uri("/dang-nhap/mo-khoa/giu?tiep=%2Ftai-khoan%2Ften", UriKind.Relative), content);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Contains("Tệp đính kèm không giữ được", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_too_large_to_be_kept_says_so()
    {
        var visitor = await (await app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/tai-khoan/ten");
        app.Clock.Advance(Idle);
        var noise = new byte[3_100_000];
        new Random(1).NextBytes(noise);

        await visitor.SubmitAsync("main form", ("Input.Name", System.Buffers.Text.Base64Url.EncodeToString(noise)[..4_100_000]));

        Assert.Contains("quá lớn nên không giữ được", visitor.Text, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector("[name='Input.Kept']"));
    }

    [Fact]
    public async Task Five_wrong_passwords_end_the_session()
    {
        var visitor = await app.SignedInAsync(Role.DepartmentOfficer);
        app.Clock.Advance(Idle);
        await (await visitor.OpenAsync("/quan-tri")).FollowAsync();
        for (var wrong = 1; wrong < SessionLock.MostFailures; wrong++)
        {
            await visitor.SubmitAsync("form.ps-unlock", ("Input.Password", "Sai mất rồi 2020!"));
            Assert.Equal(422, visitor.Status);
        }

        await visitor.SubmitAsync("form.ps-unlock", ("Input.Password", "Sai mất rồi 2020!"));

        Assert.StartsWith("/dang-nhap?tiep=", visitor.Redirect!.OriginalString, StringComparison.Ordinal);
        Assert.StartsWith("/dang-nhap?", (await visitor.OpenAsync("/quan-tri")).Redirect!.PathAndQuery(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_screen_is_locked_by_hand()
    {
        var visitor = await (await app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync("/tai-khoan");
        await visitor.SubmitAsync("main form");
        Assert.StartsWith("/dang-nhap/mo-khoa", visitor.Redirect!.OriginalString, StringComparison.Ordinal);

        Assert.StartsWith("/dang-nhap/mo-khoa", (await visitor.OpenAsync("/quan-tri")).Redirect!.OriginalString, StringComparison.Ordinal);
    }

    private async Task FormOnLockedSessionAsync(Visitor visitor, string name)
    {
        await visitor.OpenAsync("/tai-khoan/ten");
        app.Clock.Advance(Idle);
        await visitor.SubmitAsync("main form", ("Input.Name", name));
    }

    private static void AssertDiscarded(Visitor visitor)
    {
        Assert.Equal(200, visitor.Status);
        Assert.Contains("nên đã bỏ", visitor.Text, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector("form.ps-send-again"));
    }

    private Task<string> NameAsync(TestPerson person) => app.InScopeAsync(services =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<PhuSa.Platform.Data.AppDbContext>(services)
            .Set<Person>().Where(p => p.Id == person.Id).Select(p => p.Name).SingleAsync());
}

internal static class Addresses
{
    /// <summary>Path and query of a redirect, however it is written.</summary>
    public static string PathAndQuery(this Uri address) => address.IsAbsoluteUri ? address.PathAndQuery : address.OriginalString;
}
