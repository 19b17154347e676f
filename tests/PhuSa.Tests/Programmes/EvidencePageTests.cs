using System.Text;
using PhuSa.Platform.Figures;
using PhuSa.Programmes.Printing;

namespace PhuSa.Tests.Programmes;

/// <summary>The records behind a figure: what tells them apart is a column, what they share is said once.</summary>
public sealed class EvidenceTableTests
{
    [Fact]
    public void What_all_records_share_is_lifted_out_and_what_repeats_the_group_is_no_column()
    {
        var table = EvidenceTable.Of([Record("Một", "Gạo", "1", "2"), Record("Hai", "Gạo", "1", null), Record("Ba", "Xoài", "1", "3")]);

        Assert.Equal("Sản phẩm", table.GroupLabel);
        Assert.Equal(["Khác"], table.Columns);
        Assert.Empty(table.Minor);
        Assert.Equal([("Chung", "1")], table.Shared.Select(fact => (fact.Label, fact.Value!)));
        Assert.Equal(["Thiếu"], table.Missing);
    }

    [Fact]
    public void Three_columns_stand_beside_record_and_group_and_the_rest_under_the_name()
    {
        var table = EvidenceTable.Of([Wide("Một"), Wide("Hai")]);

        Assert.Equal(["A", "B", "C"], table.Columns);
        Assert.Equal(["D", "E"], table.Minor);
    }

    [Fact]
    public void A_group_without_a_fact_of_the_same_name_keeps_the_plain_word() =>
        Assert.Equal("Nhóm", EvidenceTable.Of([Wide("Một", "Gạo"), Wide("Hai", "Xoài")]).GroupLabel);

    private static Evidence Record(string title, string group, string shared, string? other) => new(
        "test", Guid.CreateVersion7(), title, group, Url: null, [new("Tên", title), new("Sản phẩm", group), new("Chung", shared), new("Khác", other), new("Thiếu", null)]);

    private static Evidence Wide(string title, string? group = null) => new(
        "test", Guid.CreateVersion7(), title, group, Url: null, [.. "ABCDE".Select(label => new EvidenceFact($"{label}", $"{label} {title}!"))]);
}

public sealed class EvidencePageTests(App app)
{
    private const string Address = "/bao-cao/an-giang-2020-6-thang/so-lieu/";

    [Fact]
    public async Task No_figure_has_a_table_of_more_than_five_columns_and_each_can_be_reached_by_keyboard()
    {
        var review = await app.Visit().OpenAsync("/bao-cao/an-giang-2020-6-thang");
        var figures = review.Page.QuerySelectorAll("section[aria-labelledby=nguon] tbody th a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.True(figures.Count > 10);
        foreach (var address in figures)
        {
            var page = (await app.Visit().OpenAsync(address)).Page;
            Assert.True(page.QuerySelectorAll("section[aria-labelledby=ho-so] thead th").Length <= 5, address);
            Assert.All(page.QuerySelectorAll(".ps-tablebox"), box => Assert.Equal(("0", "group", "ho-so"), (box.GetAttribute("tabindex"), box.GetAttribute("role"), box.GetAttribute("aria-labelledby"))));
        }
    }

    [Fact]
    public async Task The_records_of_a_figure_can_be_taken_along_as_a_table()
    {
        var visitor = await app.Visit().OpenAsync(Address + "marks.cooperatives-granted");
        var link = visitor.Page.QuerySelector("section[aria-labelledby=ho-so] a[href$='.csv']")!.GetAttribute("href")!;
        using var answer = await visitor.Http.GetAsync(new Uri(link, UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("Hồ sơ,Nhóm,Tên nhãn hiệu,Sản phẩm,", lines[0], StringComparison.Ordinal);
        Assert.Equal(7, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("HTX Nông nghiệp Long Bình,Xoài các loại,", StringComparison.Ordinal));
        Assert.Equal(404, (await app.Visit().OpenAsync(Address + "khong.co.csv")).Status);
    }

    [Fact]
    public async Task An_evidence_page_names_the_home_page_and_the_articles_that_show_the_figure()
    {
        var visitor = await app.Visit().OpenAsync(Address + "marks.cooperatives-granted");
        var uses = visitor.Page.QuerySelectorAll("aside .ps-links a").Select(a => (a.GetAttribute("href")!, a.TextContent)).ToList();

        Assert.Contains(uses, use => use.Item1 == "/" && use.Item2.StartsWith("Trang chủ: ", StringComparison.Ordinal));
        Assert.Contains(uses, use => use.Item1.StartsWith("/bai-viet/", StringComparison.Ordinal));
        Assert.Contains(uses, use => use.Item1 == "/bao-cao/an-giang-2020-6-thang");
    }

    [Theory]
    [InlineData("collective-marks.filing-support-paid", "2.500.000", "đồng", "long")]
    [InlineData("marks.cooperatives-granted", "06", "hợp tác xã", "")]
    [InlineData("plan.2020.supply-demand-sessions", "04", "buổi", "")]
    public async Task The_number_stands_apart_from_its_unit_so_that_it_is_never_broken_inside(string code, string number, string unit, string size)
    {
        var value = (await app.Visit().OpenAsync(Address + code)).Page.QuerySelector(".ps-value")!;

        Assert.Equal((number, unit), (value.QuerySelector("b")!.TextContent, value.QuerySelector("small")!.TextContent));
        Assert.Equal(size.Length > 0, value.ClassList.Contains("long"));
    }

    [Fact]
    public async Task One_record_is_told_as_facts_and_draws_no_picture_of_layers()
    {
        var page = (await app.Visit().OpenAsync(Address + "support.replies-given")).Page;

        Assert.Null(page.QuerySelector("section[aria-labelledby=ho-so] table"));
        Assert.Null(page.QuerySelector(".ps-layers"));
        Assert.Contains("Cần hoàn chỉnh", page.QuerySelector("section[aria-labelledby=ho-so]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/bao-cao/an-giang-2020-6-thang", ".ps-legend")]
    [InlineData("/bai-viet/hoi-nghi-so-ket-6-thang-2020", ".ps-legend")]
    public async Task A_legend_shows_words_and_no_number_that_opens_nothing(string address, string legend)
    {
        var legends = (await app.Visit().OpenAsync(address)).Page.QuerySelectorAll(legend);

        Assert.NotEmpty(legends);
        Assert.All(legends, l => Assert.DoesNotContain(l.TextContent, char.IsDigit));
    }

    [Fact]
    public async Task No_reader_meets_the_code_of_a_figure_above_its_name()
    {
        var review = await app.Visit().OpenAsync("/bao-cao/an-giang-2020-6-thang");
        var figure = await app.Visit().OpenAsync(Address + "marks.cooperatives-granted");

        Assert.All(review.Page.QuerySelectorAll("section[aria-labelledby=nguon] td"), cell => Assert.DoesNotContain("marks.", cell.TextContent, StringComparison.Ordinal));
        Assert.Contains("2.500.000 đồng", review.Page.QuerySelector("section[aria-labelledby=nguon]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Số liệu trong báo cáo sơ kết", figure.Page.QuerySelector(".ps-eyebrow")!.TextContent);
    }
}
