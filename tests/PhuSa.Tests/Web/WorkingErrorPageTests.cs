using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Web;

/// <summary>Whoever is at work and meets a page that is not there, or is not theirs, is led back to the desk.</summary>
public sealed class WorkingErrorPageTests(App app)
{
    [Theory]
    [InlineData(Role.DepartmentOfficer, "/quan-tri/khong-co-trang-nay", "/quan-tri")]
    [InlineData(Role.CooperativeDirector, "/htx-cua-toi/khong-co-trang-nay", "/htx-cua-toi")]
    [InlineData(Role.CooperativeDirector, "/quan-tri/nhat-ky", "/quan-tri")]
    public async Task A_missing_or_closed_page_of_the_office_leads_back_to_the_desk(Role role, string path, string desk)
    {
        var person = await (await app.SignedInAsync(role, role == Role.CooperativeDirector ? "htx-long-binh" : null)).OpenAsync(path);

        Assert.Contains(person.Status, new[] { 403, 404 });
        Assert.NotNull(person.Page.QuerySelector($"main a.btn-primary[href='{desk}']"));
    }

    [Fact]
    public async Task Readers_are_not_led_to_a_desk() => Assert.Null((await app.Visit().OpenAsync("/khong-co-trang-nay")).Page.QuerySelector("main a[href='/quan-tri'], main a[href='/htx-cua-toi']"));
}
