using PhuSa.Platform.Rights;
using PhuSa.Tests.Portal.Publishing;

namespace PhuSa.Tests.Portal.Sites;

/// <summary>Several categories on the home page, each with as many of its news as the site says.</summary>
public sealed class HomeCategoryTests(Newsroom room) : IClassFixture<Newsroom>
{
    private const string Categories = "/quan-tri/trang/khcn/chuyen-muc";
    private const string Notices = "khcn.thong-bao";

    [Fact]
    public async Task The_home_page_shows_the_chosen_categories_in_their_order_and_of_each_as_many_as_was_said()
    {
        Assert.Equal(["Hoạt động Khoa học công nghệ"], await HeadingsAsync());
        var officer = await (await room.SignedInAsync(Role.Administrator)).OpenAsync(Categories);
        await officer.SubmitAsync("main form", ("Do", "them"));
        await officer.SubmitAsync("main form", ("Rows[2].Title", "Thông báo"), ("Rows[2].Slug", "thong-bao"), ("Rows[0].HomeCount", "11"));
        Assert.Equal(422, officer.Status);
        await officer.SubmitAsync("main form", ("Rows[0].HomeCount", "1"), ("Rows[2].HomeCount", "2"));
        Assert.Equal(302, officer.Status);

        // A category without news is passed over.
        Assert.Equal(["Hoạt động Khoa học công nghệ"], await HeadingsAsync());
        Assert.Single((await room.App.Visit().OpenAsync("/")).Page.QuerySelectorAll(".ps-news > li"));

        var (writer, reviewer, publisher) = (await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentOfficer), await room.SignedInAsync(Role.DepartmentLeader));
        foreach (var title in new[] { "Thông báo một", "Thông báo hai", "Thông báo ba" })
        {
            var id = await room.DraftAsync(writer, title, category: Notices);
            await room.DoneAsync(writer, id, "gui-bien-tap");
            await room.DoneAsync(reviewer, id, "bien-tap-xong");
            await room.DoneAsync(writer, id, "trinh-duyet");
            await room.DoneAsync(publisher, id, "duyet-dang");
        }

        Assert.Equal(["Hoạt động Khoa học công nghệ", "Thông báo"], await HeadingsAsync());
        var page = (await room.App.Visit().OpenAsync("/")).Page;
        Assert.Equal(["/bai-viet/thong-bao-ba", "/bai-viet/thong-bao-hai"], page.QuerySelectorAll("[aria-labelledby=tin-2] .ps-news a").Select(link => link.GetAttribute("href")!));

        await officer.OpenAsync(Categories);
        await officer.SubmitAsync("main form", ("Rows[0].HomeCount", ""), ("Do", "xem"));
        Assert.Equal(["Thông báo"], officer.Page.QuerySelectorAll("[aria-labelledby^=tin] h2").Select(heading => heading.TextContent));
        Assert.Equal(["Hoạt động Khoa học công nghệ", "Thông báo"], await HeadingsAsync());
    }

    [Fact]
    public async Task A_table_says_it_too_and_one_without_the_column_leaves_it()
    {
        await using var app = await App.StartAsync();
        using var folder = new PortalFolder();
        folder.Replace("categories", "slug,title,position", "slug,title,position,home_count").Replace("categories", "Hoạt động Liên minh,1", "Hoạt động Liên minh,1,1").Replace("categories", "công nghệ,1", "công nghệ,1,").Replace("categories", "thủ tục,2", "thủ tục,2,");
        Assert.Empty((await app.ImportAsync(folder.Folder)).Errors);
        Assert.Single((await app.Visit("lienminh.localhost").OpenAsync("/")).Page.QuerySelectorAll(".ps-news > li"));

        using var before = new PortalFolder();
        Assert.Empty((await app.ImportAsync(before.Folder)).Errors);
        Assert.Single((await app.Visit("lienminh.localhost").OpenAsync("/")).Page.QuerySelectorAll(".ps-news > li"));
    }

    private async Task<IEnumerable<string>> HeadingsAsync() => (await room.App.Visit().OpenAsync("/")).Page.QuerySelectorAll("[aria-labelledby^=tin] h2").Select(heading => heading.TextContent);
}
