using Microsoft.EntityFrameworkCore;
using PhuSa.Portal.Sites;

namespace PhuSa.Tests.Portal.Sites;

/// <summary>The tables of sites: new columns may be missing, and a file without them leaves what the office wrote.</summary>
public sealed class SiteTablesTests : IAsyncLifetime
{
    private App _app = null!;

    public async ValueTask InitializeAsync() => _app = await App.StartAsync(empty: true);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_file_from_before_the_new_columns_is_taken_in_and_leaves_them_alone()
    {
        using var folder = new PortalFolder();
        Assert.Empty((await _app.ImportAsync(folder.Folder)).Errors);
        await _app.InDbAsync(async db =>
        {
            var site = await db.Set<Site>().SingleAsync(s => s.Code == "khcn");
            Assert.NotNull(site.OwnerId);
            await db.Set<Site>().Where(s => s.Code == "khcn").ExecuteUpdateAsync(set => set.SetProperty(s => s.Feedback, "Văn phòng | 0123 456 789"));
        });

        File.WriteAllText(folder.Of("sites"), "code,position,theme,hosts,address,parent,name,full_name,contact,eyebrow,headline,lead,band_title\nkhcn,1,department,khcn.localhost,,Tỉnh,Sở,Sở mới,,,Tiêu đề,,\n");
        Assert.Empty((await _app.ImportAsync(folder.Folder)).Errors);
        await _app.InDbAsync(async db =>
        {
            var site = await db.Set<Site>().SingleAsync(s => s.Code == "khcn");
            Assert.Equal("Sở mới", site.FullName);
            Assert.NotNull(site.OwnerId);
            Assert.Equal("Văn phòng | 0123 456 789", site.Feedback);
            Assert.NotNull(site.EnglishName);
        });
    }

    [Fact]
    public async Task A_column_that_is_not_new_may_still_not_be_missing()
    {
        using var folder = new PortalFolder();
        folder.Replace("sites", "code,position,theme,", "code,position,");

        Assert.NotEmpty((await _app.ImportAsync(folder.Folder)).Errors);
    }

    [Fact]
    public async Task The_blocks_of_the_home_page_come_by_table_and_an_unknown_one_is_refused()
    {
        using var folder = new PortalFolder();
        const string header = "code,position,theme,hosts,address,parent,name,full_name,contact,eyebrow,headline,lead,band_title,blocks\n";
        File.WriteAllText(folder.Of("sites"), header + "khcn,1,department,khcn.localhost,,Tỉnh,Sở,Sở,,,Tiêu đề,,,tasks news\nlienminh,2,alliance,lienminh.localhost,,Tỉnh,Liên minh,Liên minh,,,Tiêu đề,,,\n");
        Assert.Empty((await _app.ImportAsync(folder.Folder)).Errors);
        await _app.InDbAsync(async db =>
        {
            Assert.Equal([HomeBlock.Tasks, HomeBlock.News], (await db.Set<Site>().SingleAsync(s => s.Code == "khcn")).ShownBlocks);
            Assert.Equal(HomeBlocks.All, (await db.Set<Site>().SingleAsync(s => s.Code == "lienminh")).ShownBlocks);
        });

        folder.Replace("sites", "tasks news", "tasks tin");
        Assert.Contains((await _app.ImportAsync(folder.Folder)).Errors, error => error.ToString()!.Contains("không có khối “tin”", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_menu_of_two_levels_comes_by_table_and_a_slip_loses_no_link()
    {
        using var folder = new PortalFolder();
        File.WriteAllText(folder.Of("site-links"), """
            site,area,position,title,note,url,under
            khcn,menu,1,Trang chủ,,/,
            khcn,menu,2,Sự kiện,,/su-kien,
            khcn,menu,3,Công nghệ,,/cong-nghe,/su-kien
            khcn,menu,4,Sâu,,/ho-tro,/cong-nghe
            khcn,menu,5,Lạc,,/van-ban,/khong-co

            """);
        Assert.Empty((await _app.ImportAsync(folder.Folder)).Errors);

        var page = (await _app.Visit().OpenAsync("/")).Page;
        Assert.Equal(["/", "/su-kien", "/cong-nghe", "/ho-tro", "/van-ban"], page.QuerySelectorAll(".ps-wide a").Select(a => a.GetAttribute("href")!));
        Assert.Equal(["/su-kien", "/cong-nghe"], page.QuerySelectorAll(".ps-wide .ps-sub a").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public async Task Only_a_menu_has_a_second_level_and_a_wrong_feedback_line_is_refused()
    {
        using var folder = new PortalFolder();
        File.WriteAllText(folder.Of("site-links"), "site,area,position,title,note,url,under\nkhcn,footer,1,A,,/a,/b\n");
        File.WriteAllText(folder.Of("sites"), "code,position,theme,hosts,address,parent,name,full_name,contact,eyebrow,headline,lead,band_title,feedback\nkhcn,1,department,khcn.localhost,,Tỉnh,Sở,Sở,,,Tiêu đề,,,Văn phòng | gọi sau\n");

        var errors = (await _app.ImportAsync(folder.Folder)).Errors;

        Assert.Contains(errors, error => error.Column == "under");
        Assert.Contains(errors, error => error.Column == "feedback");
    }
}
