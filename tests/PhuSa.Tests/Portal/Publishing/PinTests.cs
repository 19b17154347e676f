using System.Globalization;
using PhuSa.Platform;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>A publisher lets a news stand first on the home page until a day.</summary>
public sealed class PinTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task A_pinned_news_stands_first_and_says_so_and_falls_back_after_its_last_day()
    {
        var publisher = await room.SignedInAsync(Role.DepartmentLeader);
        var id = await PublishedAsync(publisher, "Tin sẽ ghim");
        await PublishedAsync(publisher, "Tin mới hơn");
        Assert.Equal(["/bai-viet/tin-moi-hon", "/bai-viet/tin-se-ghim"], (await HomeAsync()).Take(2));

        await room.DoneAsync(publisher, id, "ghim", ("Input.Until", Day(2)));

        var home = (await room.App.Visit().OpenAsync("/")).Page.QuerySelector("main .ps-news > li")!;
        Assert.Equal("/bai-viet/tin-se-ghim", home.QuerySelector("a")!.GetAttribute("href"));
        Assert.StartsWith("Ghim", home.QuerySelector(".ps-when")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Single(await HomeAsync(), "/bai-viet/tin-se-ghim");
        Assert.Equal("/bai-viet/tin-moi-hon", (await room.App.Visit().OpenAsync("/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe")).Page.QuerySelector("main .ps-news a")!.GetAttribute("href"));
        Assert.DoesNotContain("Ghim", (await room.App.Visit("lienminh.localhost").OpenAsync("/")).Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var last = VietnamTime.Written(VietnamTime.Today(room.App.Clock).AddDays(2));
        var step = Assert.Single((await room.ArticleAsync(id)).Steps, step => step.Action == nameof(ArticleAction.Pin));
        Assert.EndsWith(last, step.Why, StringComparison.Ordinal);
        var office = await publisher.OpenAsync($"/quan-tri/bai-viet/{id}");
        Assert.Contains($"đến hết ngày {last}", office.Text, StringComparison.Ordinal);
        Assert.Contains("Ghim đầu trang", office.Page.QuerySelector(".ps-timeline")!.TextContent, StringComparison.Ordinal);

        room.App.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("/bai-viet/tin-se-ghim", (await HomeAsync())[0]);
        room.App.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["/bai-viet/tin-moi-hon", "/bai-viet/tin-se-ghim"], (await HomeAsync()).Take(2));
    }

    [Fact]
    public async Task It_is_taken_down_by_hand_and_goes_with_the_article()
    {
        var publisher = await room.SignedInAsync(Role.DepartmentLeader);
        var id = await PublishedAsync(publisher, "Tin thôi ghim");
        await PublishedAsync(publisher, "Tin đứng trước");
        await room.DoneAsync(publisher, id, "ghim", ("Input.Until", Day(0)));
        Assert.Equal("/bai-viet/tin-thoi-ghim", (await HomeAsync())[0]);

        await room.DoneAsync(publisher, id, "ghim", ("Do", "bo-ghim"));
        Assert.Equal("/bai-viet/tin-dung-truoc", (await HomeAsync())[0]);
        Assert.Equal(409, (await room.MoveAsync(publisher, id, "ghim", ("Do", "bo-ghim"))).Status);

        await room.DoneAsync(publisher, id, "ghim", ("Input.Until", Day(5)));
        await room.DoneAsync(publisher, id, "go-bai", ("Input.Why", "Đăng nhầm"));
        Assert.Empty((await room.ArticleAsync(id)).Pins);
        Assert.Equal(404, (await publisher.OpenAsync($"/quan-tri/bai-viet/{id}/ghim")).Status);
    }

    [Fact]
    public async Task Only_a_publisher_of_its_site_pins_it_and_only_until_a_day_that_is_to_come()
    {
        var publisher = await room.SignedInAsync(Role.DepartmentLeader);
        var id = await PublishedAsync(publisher, "Tin của một trang");
        var address = $"/quan-tri/bai-viet/{id}/ghim";
        Assert.Equal(403, (await (await room.SignedInAsync(Role.DepartmentOfficer)).OpenAsync(address)).Status);
        Assert.Equal(404, (await (await room.SignedInAsync(Role.AllianceLeader)).OpenAsync(address)).Status);

        foreach (var day in new[] { "", Day(-1), Day(367), "mai" })
        {
            Assert.Equal(422, (await room.MoveAsync(publisher, id, "ghim", ("Input.Until", day))).Status);
        }

        Assert.Equal(422, (await room.MoveAsync(publisher, id, "ghim", ("Input.Until", Day(1)), ("Input.Site", "lienminh"))).Status);
        Assert.Empty((await room.ArticleAsync(id)).Pins);
    }

    [Fact]
    public async Task Whoever_was_overtaken_is_told_and_pins_at_the_next_press()
    {
        var publisher = await room.SignedInAsync(Role.DepartmentLeader);
        var other = await room.SignedInAsync(Role.DepartmentPublisher);
        var id = await PublishedAsync(publisher, "Hai người cùng ghim");
        await publisher.OpenAsync($"/quan-tri/bai-viet/{id}/ghim");
        await room.DoneAsync(other, id, "ghim", ("Input.Until", Day(3)));

        Assert.Equal(409, (await publisher.SubmitAsync(Form, ("Input.Until", Day(7)))).Status);
        Assert.Equal(VietnamTime.Today(room.App.Clock).AddDays(3), Assert.Single((await room.ArticleAsync(id)).Pins).Until);

        Assert.Equal(302, (await publisher.SubmitAsync(Form)).Status);
        Assert.Equal(VietnamTime.Today(room.App.Clock).AddDays(7), Assert.Single((await room.ArticleAsync(id)).Pins).Until);
        await room.DoneAsync(publisher, id, "ghim", ("Do", "bo-ghim"));
    }

    [Fact]
    public async Task While_publishing_is_frozen_nothing_is_pinned_and_a_pin_can_be_taken_down()
    {
        var (publisher, admin) = (await room.SignedInAsync(Role.DepartmentLeader), await room.SignedInAsync(Role.Administrator));
        var id = await PublishedAsync(publisher, "Ghim khi tạm dừng");
        await room.DoneAsync(publisher, id, "ghim", ("Input.Until", Day(1)));
        await admin.OpenAsync("/quan-tri/giam-sat/tam-dung");
        Assert.Equal(302, (await admin.SubmitAsync(Form, ("Input.Why", "Nghi có người lạ"))).Status);

        Assert.Equal(409, (await room.MoveAsync(publisher, id, "ghim", ("Input.Until", Day(9)))).Status);
        await room.DoneAsync(publisher, id, "ghim", ("Do", "bo-ghim"));
        Assert.Empty((await room.ArticleAsync(id)).Pins);

        await admin.OpenAsync("/quan-tri/giam-sat/bo-tam-dung");
        Assert.Equal(302, (await admin.SubmitAsync(Form, ("Input.Why", "Đã kiểm tra"))).Status);
    }

    private string Day(int after) => VietnamTime.Today(room.App.Clock).AddDays(after).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<List<string>> HomeAsync() => [.. (await room.App.Visit().OpenAsync("/")).Page.QuerySelectorAll("main .ps-news a").Select(link => link.GetAttribute("href")!)];

    private async Task<Guid> PublishedAsync(Visitor publisher, string title)
    {
        var (writer, reviewer) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer));
        var id = await room.AwaitingAsync(writer, reviewer, title);
        await room.DoneAsync(publisher, id, "duyet-dang");
        return id;
    }
}
