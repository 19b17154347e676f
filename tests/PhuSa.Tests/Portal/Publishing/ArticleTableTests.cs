using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;

namespace PhuSa.Tests.Portal.Publishing;

/// <summary>What a table of articles may do to texts that somebody works on.</summary>
public sealed class ArticleTableTests(Newsroom room) : IClassFixture<Newsroom>
{
    [Fact]
    public async Task An_import_is_a_version_and_leaves_an_open_revision_alone()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        using var folder = new PortalFolder();
        folder.Add("articles", $"bai-nhap,{Newsroom.Department},published,2020-07-01,,Bài nhập,,Chữ nhập,,,");
        Assert.Empty((await room.App.ImportAsync(folder.Folder)).Errors);
        await room.App.ImportAsync(folder.Replace("articles", "Chữ nhập", "Chữ nhập lần hai").Folder);
        var article = await room.ArticleOfAsync("bai-nhap");
        Assert.Equal([("Nhập dữ liệu", "<p>Chữ nhập</p>"), ("Nhập dữ liệu", "<p>Chữ nhập lần hai</p>")], (await room.VersionsAsync(article.Id)).Select(version => (version.By, version.Read().Text.Body)));
        Assert.Equal((2, 2, new DateOnly(2020, 7, 1)), (article.LatestVersion, article.LiveVersion, article.PublishedOn));

        await room.DoneAsync(writer, article.Id, "sua", ("Input.Body", "Chữ của văn phòng"), ("Input.Tags", "xoài"));
        var refused = await room.App.ImportAsync(folder.Replace("articles", "Chữ nhập lần hai", "Chữ nhập lần ba").Folder);

        Assert.Contains("bản sửa chưa đăng", Assert.Single(refused.Errors).Problem, StringComparison.Ordinal);
        Assert.Equal("<p>Chữ nhập lần hai</p>", (await room.ArticleAsync(article.Id)).Body);
    }

    [Fact]
    public async Task A_table_withdraws_no_article_while_a_revision_of_it_is_open()
    {
        var writer = await room.SignedInAsync(Role.DepartmentOfficer);
        using var folder = new PortalFolder();
        folder.Add("articles", $"bai-rut,{Newsroom.Department},published,2020-07-01,,Bài rút,,Chữ,,,");
        Assert.Empty((await room.App.ImportAsync(folder.Folder)).Errors);
        var article = await room.ArticleOfAsync("bai-rut");
        await room.DoneAsync(writer, article.Id, "sua", ("Input.Body", "Chữ của văn phòng"));
        folder.Replace("articles", "bai-rut," + Newsroom.Department + ",published", "bai-rut," + Newsroom.Department + ",withdrawn");

        Assert.Contains("bản sửa chưa đăng", Assert.Single((await room.App.ImportAsync(folder.Folder)).Errors).Problem, StringComparison.Ordinal);
        await room.DoneAsync(writer, article.Id, "bo-ban-sua", ("Input.Why", "Gỡ theo bảng"));
        Assert.Empty((await room.App.ImportAsync(folder.Folder)).Errors);
        Assert.Equal(ArticleStatus.Withdrawn, (await room.ArticleAsync(article.Id)).Status);
    }

    [Fact]
    public async Task A_table_puts_no_article_into_a_category_that_is_retired()
    {
        using var folder = new PortalFolder();
        folder.Add("categories", "khcn.thoi-dung,khcn,thoi-dung,Chuyên mục thôi dùng,90");
        var first = await room.App.ImportAsync(folder.Folder);
        Assert.True(first.Errors.Count == 0, string.Join('\n', first.Errors));
        await room.App.InDbAsync(db => db.Set<Category>().Where(c => c.Code == "khcn.thoi-dung").ExecuteUpdateAsync(set => set.SetProperty(c => c.IsRetired, true)));
        folder.Add("articles", "bai-thoi-dung,khcn.thoi-dung,published,2020-07-01,,Bài thôi dùng,,Chữ,,,");

        Assert.Contains("“Chuyên mục thôi dùng” đã thôi dùng", Assert.Single((await room.App.ImportAsync(folder.Folder)).Errors).Problem, StringComparison.Ordinal);
    }
}
