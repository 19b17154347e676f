using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Consents;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;

namespace PhuSa.Tests.Identity;

/// <summary>No default consent (Law 91/2025/QH15): asked at first sign-in and for each new version, refused or withdrawn freely.</summary>
public sealed class ConsentTests(PrivacyApp app) : IClassFixture<PrivacyApp>
{
    [Fact]
    public async Task At_first_sign_in_the_text_is_shown_with_nothing_ticked()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer, consent: false);
        var visitor = await (await app.SignedInAsync(person)).OpenAsync("/quan-tri?loc=1");
        Assert.Equal("/tai-khoan/dong-y?tiep=%2Fquan-tri%3Floc%3D1", visitor.Redirect!.OriginalString);
        await visitor.FollowAsync();
        Assert.Contains("91/2025/QH15", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("356/2025/NĐ-CP", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("main input[checked]"));

        await visitor.SubmitAsync("main form");
        Assert.Equal(422, visitor.Status);

        await visitor.SubmitAsync("main form", ("Input.Answer", "yes"));
        Assert.Equal("/quan-tri?loc=1", visitor.Redirect!.OriginalString);
        Assert.Equal(200, (await visitor.FollowAsync()).Status);
        await app.InDbAsync(async db =>
        {
            var consent = Assert.Single(await db.Set<Consent>().Where(c => c.PersonId == person.Id).ToListAsync());
            Assert.True(consent.Given);
            Assert.Equal(app.Clock.GetUtcNow().UtcDateTime, consent.At);
            Assert.True(await db.Set<JournalEntry>().AnyAsync(e => e.Kind == "identity_consents" && e.RecordId == consent.Id));
        });
    }

    [Fact]
    public async Task Refusing_signs_out_and_says_what_stays()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer, consent: false);
        var visitor = await (await (await app.SignedInAsync(person)).OpenAsync("/quan-tri")).FollowAsync();

        await visitor.SubmitAsync("main form", ("Input.Answer", "no"));
        await visitor.FollowAsync();

        Assert.Contains("được giữ theo pháp luật", visitor.Text, StringComparison.Ordinal);
        Assert.StartsWith("/dang-nhap?", (await visitor.OpenAsync("/quan-tri")).Redirect!.PathAndQuery(), StringComparison.Ordinal);
        await app.InDbAsync(async db => Assert.False(Assert.Single(await db.Set<Consent>().Where(c => c.PersonId == person.Id).ToListAsync()).Given));
    }

    [Fact]
    public async Task Withdrawing_ends_every_session_and_asks_again()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        var there = await app.SignedInAsync(person);
        var here = await (await app.SignedInAsync(person)).OpenAsync("/tai-khoan/dong-y/rut");

        await here.SubmitAsync("main form", ("Input.Why", "Không muốn nữa"));

        Assert.Equal("/dang-nhap/khong-dong-y", here.Redirect!.OriginalString);
        Assert.Equal(302, (await there.OpenAsync("/quan-tri")).Status);
        Assert.StartsWith("/tai-khoan/dong-y", (await (await app.SignedInAsync(person)).OpenAsync("/quan-tri")).Redirect!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_is_asked_for_from_its_day_and_the_old_one_stays_as_it_was()
    {
        await using var own = new PrivacyApp();
        await own.InitializeAsync();
        var person = await own.PersonAsync(Role.DepartmentOfficer);
        var before = await own.InScopeAsync(services => FirstAsync(services));
        var administrator = await (await own.SignedInAsync(Role.Administrator)).OpenAsync("/quan-tri/dong-y/moi");
        await administrator.SubmitAsync("main form", ("Input.Vietnamese.Purpose", ""));
        Assert.Equal(422, administrator.Status);
        await administrator.SubmitAsync("main form", ("Input.FromDay", "2026-06-30"));
        Assert.Equal(422, administrator.Status);

        await administrator.OpenAsync("/quan-tri/dong-y/moi");
        await administrator.SubmitAsync("main form", ("Input.FromDay", "2026-07-02"), ("Input.Vietnamese.Purpose", "Mục đích mới"));
        Assert.Equal("/quan-tri/dong-y", administrator.Redirect!.OriginalString);
        Assert.Equal(200, (await (await own.SignedInAsync(person)).OpenAsync("/quan-tri")).Status);

        own.Clock.Advance(TimeSpan.FromDays(1));
        var asked = await (await own.SignedInAsync(person)).OpenAsync("/quan-tri");
        await asked.FollowAsync();
        Assert.Contains("Mục đích mới", asked.Text, StringComparison.Ordinal);
        var after = await own.InScopeAsync(services => FirstAsync(services));
        Assert.Equal((before.Vietnamese, before.English, before.FromDay), (after.Vietnamese, after.English, after.FromDay));
    }

    private static Task<ConsentText> FirstAsync(IServiceProvider services) =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<PhuSa.Platform.Data.AppDbContext>(services)
            .Set<ConsentText>().AsNoTracking().SingleAsync(t => t.Number == 1);
}
