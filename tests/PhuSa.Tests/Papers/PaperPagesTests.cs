using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Journal;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Papers;

public class PaperPagesTests(App app)
{
    private const string Header = "code,kind,number,title,issued_by,issued_by_text,signed_on,effective_from,source,public,void_reason";

    [Fact]
    public async Task The_page_of_a_paper_says_what_is_known_and_what_is_not()
    {
        var decision = await app.Visit().OpenAsync("/so-van-ban/qd-71-2019");
        Assert.Equal(200, decision.Status);
        Assert.Equal("Quyết định 71/2019/QĐ-UBND", decision.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Ngày ký 23/12/2019", decision.Text, StringComparison.Ordinal);
        Assert.Contains("Ngày có hiệu lực 03/01/2020", decision.Text, StringComparison.Ordinal);

        var admission = await app.Visit().OpenAsync("/so-van-ban/qd-ket-nap-2020");
        Assert.Equal("Kết nạp thành viên Liên minh", admission.Page.QuerySelector("h1")!.TextContent);
        Assert.True(admission.Page.QuerySelectorAll(".ps-summary dd no-data, .ps-summary dd .ps-nodata").Length >= 4
            || admission.Text.Split("chưa có dữ liệu").Length > 4, admission.Text);
    }

    [Fact]
    public async Task The_list_puts_the_latest_signed_first_and_the_undated_last()
    {
        var page = await app.Visit().OpenAsync("/so-van-ban");

        var links = page.Page.QuerySelectorAll("main tbody th a").Select(link => link.GetAttribute("href")).ToList();
        Assert.Equal(8, links.Count);
        Assert.Equal(["/so-van-ban/bgn-lien-hiep-2020", "/so-van-ban/qd-71-2019", "/so-van-ban/ct-phoi-hop-2019-2020"], links.Take(3));
    }

    [Theory]
    [InlineData("/so-van-ban/khong-co")]
    [InlineData("/so-van-ban?trang=2")]
    [InlineData("/so-van-ban?trang=0")]
    [InlineData("/so-van-ban?trang=x")]
    public async Task An_unknown_paper_or_page_is_not_found(string path) => Assert.Equal(404, (await app.Visit().OpenAsync(path)).Status);

    [Fact]
    public async Task A_mistyped_number_finds_the_paper_and_the_citation_is_as_written()
    {
        var found = Assert.Single(await app.InScopeAsync(services => services.GetRequiredService<IPapers>().NumberedAsync("71/2019/QĐUBND", CancellationToken.None)));

        Assert.Equal("Quyết định 71/2019/QĐ-UBND", found.Citation);
        Assert.Equal("UBND tỉnh An Giang", found.IssuedBy);
        var fact = Assert.Single(await app.InScopeAsync(services => services.GetRequiredService<IPapers>().OfAsync([found.Id], CancellationToken.None)));
        Assert.Equal("/so-van-ban/qd-71-2019", fact.Value.Url);
    }

    [Fact]
    public async Task Point_30_a_number_voided_by_an_import_stays_on_its_page_with_the_reason()
    {
        await using var own = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(("papers", $"{Header}\nqd-1,decision,01/QĐ,Một,,,,,,có,\nnoi-bo,letter,02/CV,Hai,,,,,,,\n"));
        Assert.Empty((await own.ImportAsync(folder.Path)).Errors);
        folder.Put("papers", $"{Header}\nqd-1,decision,01/QĐ,Một,,,,,,có,Ghi trùng số\nnoi-bo,letter,02/CV,Hai,,,,,,,\n");

        var voided = await own.ImportAsync(folder.Path);
        await own.ForgetImportedRowsAsync();
        var again = await own.ImportAsync(folder.Path);

        Assert.Equal((0, 0), (again.Created, again.Changed));
        Assert.Empty(voided.Errors);
        var page = await own.Visit().OpenAsync("/so-van-ban/qd-1");
        Assert.Equal(200, page.Status);
        Assert.Contains("Lý do: Ghi trùng số", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, page.Page.QuerySelectorAll(".ps-timeline li").Length);
        Assert.Equal(404, (await own.Visit().OpenAsync("/so-van-ban/noi-bo")).Status);
        await own.InDbAsync(async db =>
        {
            Assert.Equal("Void", (await db.Set<JournalEntry>().Where(e => e.Kind == "papers").OrderByDescending(e => e.Id).FirstAsync(e => e.Action != "Create")).Action);
            Assert.Equal(3, await db.Set<Paper>().SelectMany(p => p.Steps).CountAsync());
        });

        folder.Put("papers", $"{Header}\nnoi-bo,letter,,Hai,,,,,,,\n");
        Assert.Contains("không bỏ số được", Assert.Single((await own.ImportAsync(folder.Path)).Errors).Problem, StringComparison.Ordinal);
    }
}
