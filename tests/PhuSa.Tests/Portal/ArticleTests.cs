using Microsoft.EntityFrameworkCore;
using PhuSa.Portal.Articles;

namespace PhuSa.Tests.Portal;

public sealed class ArticleTests
{
    [Fact]
    public void The_flow_is_exactly_this() => Assert.Equal(
        """
        Draft --Publish--> Published
        Published --Pin--> Published
        Published --Unpin--> Published
        Published --Withdraw--> Withdrawn
        """,
        ArticleFlow.Table.ToString());

    [Fact]
    public async Task Importing_twice_changes_nothing_and_a_changed_title_changes_one_record()
    {
        await using var app = await App.StartAsync();
        using var folder = new PortalFolder();
        await app.ForgetImportedRowsAsync();

        var again = await app.ImportAsync(folder.Folder);
        folder.Replace("articles", "Kết nối cung cầu về", "Gặp gỡ cung cầu về");
        var changed = await app.ImportAsync(folder.Folder);

        Assert.Empty(again.Errors);
        Assert.Equal((0, 0), (again.Created, again.Changed));
        Assert.Equal((0, 1), (changed.Created, changed.Changed));
        Assert.Contains("Gặp gỡ cung cầu về", (await app.Visit().OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_from_lists_and_its_address_and_leaves_a_step()
    {
        await using var app = await App.StartAsync();
        using var folder = new PortalFolder();
        folder.Replace("articles", "cac-buoi-ket-noi-cung-cau,khcn.hoat-dong-khoa-hoc-cong-nghe,published", "cac-buoi-ket-noi-cung-cau,khcn.hoat-dong-khoa-hoc-cong-nghe,withdrawn");

        var result = await app.ImportAsync(folder.Folder);

        Assert.Empty(result.Errors);
        Assert.Equal(410, (await app.Visit().OpenAsync("/bai-viet/cac-buoi-ket-noi-cung-cau")).Status);
        Assert.DoesNotContain("Kết nối cung cầu về", (await app.Visit().OpenAsync("/chuyen-muc/hoat-dong-khoa-hoc-cong-nghe")).Text, StringComparison.Ordinal);
        await app.InDbAsync(async db =>
        {
            var article = await db.Set<Article>().AsSplitQuery().SingleAsync(a => a.Slug == "cac-buoi-ket-noi-cung-cau");
            Assert.Equal(["Record", "Withdraw"], article.Steps.OrderBy(step => step.At).ThenBy(step => step.Id).Select(step => step.Action).Order(StringComparer.Ordinal));
        });
    }

    [Theory]
    [InlineData("articles", "xau,khcn.hoat-dong-khoa-hoc-cong-nghe,published,,,Bài xấu,,[x](javascript:alert),,,", "body")]
    [InlineData("articles", "xau,khong-co,published,,,Bài xấu,,Chữ,,,", "categories")]
    [InlineData("articles", "xau,khcn.hoat-dong-khoa-hoc-cong-nghe,published,2020-02-30,,Bài xấu,,Chữ,,,", "published_on")]
    [InlineData("site-links", "khcn,menu,9,Xấu,,javascript:alert(1)", "url")]
    [InlineData("site-links", "khcn,menu,9,Xấu,,//evil.example", "url")]
    [InlineData("sites", "xau,9,department,http://xau.localhost:80,,,Xấu,Xấu,,,Xấu,,", "hosts")]
    [InlineData("sites", "xau,9,department,xau.localhost,https://xau.vn/duong,,Xấu,Xấu,,,Xấu,,", "address")]
    [InlineData("home-figures", "khong-co,thu,a.granted,1,Lời", "site")]
    public async Task A_row_that_cannot_be_shown_safely_is_refused_at_its_column(string table, string row, string column)
    {
        await using var app = await App.StartAsync(empty: true);
        using var folder = new PortalFolder();

        var result = await app.ImportAsync(folder.Add(table, row).Folder);

        var error = Assert.Single(result.Errors);
        Assert.Equal((table + ".csv", column), (error.File, error.Column));
    }
}
