using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Office.Notices;
using PhuSa.Platform.Data;
using PhuSa.Platform.Notices;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Office;

public sealed class NoticePageTests : IAsyncLifetime
{
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(empty: true);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_a_record_says_runs_nothing_in_the_page()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        await TellAsync(person, "<script>alert(1)</script>", "/quan-tri?a=\"><img src=x onerror=alert(1)>");

        var office = await (await _app.SignedInAsync(person)).OpenAsync("/quan-tri/thong-bao");

        Assert.Equal(200, office.Status);
        Assert.Contains("<script>alert(1)</script>", office.Text, StringComparison.Ordinal);
        Assert.Empty(office.Page.QuerySelectorAll("main script, main img"));
    }

    [Fact]
    public async Task Unread_notices_stand_first_and_the_header_counts_them_until_they_are_read()
    {
        var person = await _app.PersonAsync(Role.CooperativeDirector);
        await TellAsync(person, "cũ nhất", "/quan-tri/thong-bao/tuy-chon");
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        await TellAsync(person, "mới nhất", null);
        var office = await (await _app.SignedInAsync(person)).OpenAsync("/quan-tri/thong-bao");
        Assert.Equal("2 thông báo chưa đọc", office.Page.QuerySelector("header .ps-count .visually-hidden")!.TextContent);
        Assert.Equal(["mới nhất", "cũ nhất"], Order(office));

        await office.SubmitAsync("tbody tr:first-child form");
        Assert.Equal("/quan-tri/thong-bao", office.Redirect!.OriginalString);
        await office.FollowAsync();
        Assert.Equal(["cũ nhất", "mới nhất"], Order(office));
        Assert.Equal("1 thông báo chưa đọc", office.Page.QuerySelector("header .ps-count .visually-hidden")!.TextContent);

        await office.OpenAsync(office.Page.QuerySelector("tbody th a")!.GetAttribute("href")!);
        Assert.Equal("/quan-tri/thong-bao/tuy-chon", office.Redirect!.OriginalString);
        await office.FollowAsync();
        Assert.Null(office.Page.QuerySelector("header .ps-count"));
    }

    [Fact]
    public async Task Another_persons_notice_is_not_there()
    {
        var (mine, other) = (await _app.PersonAsync(Role.DepartmentOfficer), await _app.PersonAsync(Role.DepartmentOfficer));
        await TellAsync(mine, "của tôi", null);
        var id = await _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<OfficeNotice>().Select(n => n.Id).SingleAsync());

        var visitor = await (await _app.SignedInAsync(other)).OpenAsync("/quan-tri/thong-bao");
        Assert.DoesNotContain("của tôi", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await visitor.OpenAsync($"/quan-tri/thong-bao/{id}")).Status);
        Assert.Equal(302, (await _app.Visit().OpenAsync("/quan-tri/thong-bao")).Status);
        await _app.InDbAsync(async db => Assert.Null((await db.Set<OfficeNotice>().SingleAsync()).ReadAt));
    }

    [Fact]
    public async Task A_long_list_is_paged()
    {
        var person = await _app.PersonAsync(Role.DepartmentOfficer);
        for (var i = 1; i <= 21; i++)
        {
            await TellAsync(person, $"số {i}", null);
        }

        var office = await (await _app.SignedInAsync(person)).OpenAsync("/quan-tri/thong-bao?trang=2");
        Assert.Single(office.Page.QuerySelectorAll("tbody tr"));
        Assert.Equal(404, (await office.OpenAsync("/quan-tri/thong-bao?trang=3")).Status);
        Assert.Equal(404, (await office.OpenAsync("/quan-tri/thong-bao?trang=abc")).Status);
    }

    private static IEnumerable<string> Order(Visitor office) => office.Page.QuerySelectorAll("tbody th").Select(row => row.TextContent.Trim().Split('“', '”')[1]);

    private Task<int> TellAsync(TestPerson person, string arg, string? url) => _app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<INotices>().TellAsync([person.Id], new("Hồ sơ “{0}” bị trả lại.", [arg], url), CancellationToken.None);
        return await services.GetRequiredService<AppDbContext>().SaveChangesAsync();
    });
}
