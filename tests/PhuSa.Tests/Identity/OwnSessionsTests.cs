using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.Sessions;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Tests.Identity;

/// <summary>A person sees where they are signed in and ends it.</summary>
public sealed class OwnSessionsTests(PrivacyApp app) : IClassFixture<PrivacyApp>
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36", "Chrome trên Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0", "Edge trên Windows")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1", "Safari trên iPhone")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36 Zalo android/24", "Zalo trên Android")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0", "Firefox trên Linux")]
    [InlineData("", "Thiết bị không rõ")]
    public void A_device_is_named_in_plain_words(string userAgent, string words) =>
        Assert.Equal(words, DeviceWords.Of(userAgent, app.Services.GetRequiredService<Texts>()));

    [Fact]
    public async Task Ending_one_session_works_at_its_next_request_and_marks_this_one()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        var here = await app.SignedInAsync(person);
        var there = await app.SignedInAsync(person);
        Assert.Equal(200, (await there.OpenAsync("/quan-tri")).Status);

        await here.OpenAsync("/tai-khoan/phien");
        var rows = here.Page.QuerySelectorAll("main tbody tr");
        Assert.Equal(2, rows.Length);
        var other = Assert.Single(rows, row => !row.TextContent.Contains("Phiên này", StringComparison.Ordinal));
        await here.OpenAsync(other.QuerySelector("a")!.GetAttribute("href")!);
        await here.SubmitAsync("main form");

        Assert.Equal("/tai-khoan/phien", here.Redirect!.OriginalString);
        Assert.Equal(302, (await there.OpenAsync("/quan-tri")).Status);
        Assert.Equal(200, (await here.OpenAsync("/quan-tri")).Status);
    }

    [Fact]
    public async Task Anothers_session_is_not_found()
    {
        var other = await app.PersonAsync(Role.DepartmentOfficer);
        var theirs = await app.SignedInAsync(other);
        var id = await app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<SignInSession>().Where(s => s.PersonId == other.Id).Select(s => s.Id).SingleAsync());
        var me = await (await app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"/tai-khoan/phien/{id}/ket-thuc");

        Assert.Equal(404, me.Status);
        Assert.Equal(200, (await theirs.OpenAsync("/quan-tri")).Status);
    }

    [Fact]
    public async Task Ending_all_others_leaves_this_one()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        var here = await app.SignedInAsync(person);
        var there = await app.SignedInAsync(person);
        var elsewhere = await app.SignedInAsync(person);

        await (await here.OpenAsync("/tai-khoan/phien/ket-thuc-het")).SubmitAsync("main form");

        Assert.Equal(302, (await there.OpenAsync("/quan-tri")).Status);
        Assert.Equal(302, (await elsewhere.OpenAsync("/quan-tri")).Status);
        Assert.Equal(200, (await here.OpenAsync("/quan-tri")).Status);
    }

    [Fact]
    public async Task Sessions_ended_more_than_90_days_ago_are_deleted()
    {
        var person = await app.PersonAsync(Role.DepartmentOfficer);
        await app.SignedInAsync(person);
        await app.InDbAsync(db => db.Set<SignInSession>().Where(s => s.PersonId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, app.Clock.GetUtcNow().UtcDateTime.AddDays(-91))));
        await app.SignedInAsync(person);

        await app.InScopeAsync(services => services.GetServices<IScheduledJob>().Single(job => job.Code == "sessions.sweep").RunAsync(CancellationToken.None));

        await app.InDbAsync(async db => Assert.Null(Assert.Single(await db.Set<SignInSession>().Where(s => s.PersonId == person.Id).ToListAsync()).EndedAt));
    }
}
