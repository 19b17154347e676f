using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Tests.Programmes;

/// <summary>An open review on its pages: the text, the evidence of each kind of figure, the plan.</summary>
public sealed class ReviewPagesTests(ProgrammesApp app) : IClassFixture<ProgrammesApp>
{
    private const string Address = "/bao-cao/thu-mot";

    [Fact]
    public async Task Every_number_of_the_text_is_a_link_to_its_evidence()
    {
        var visitor = await app.Visit().OpenAsync(Address);

        Assert.Equal(200, visitor.Status);
        var links = visitor.Page.QuerySelectorAll("article .ps-prose a.ps-fig").DistinctBy(a => a.TextContent).ToDictionary(a => a.TextContent.Trim(), a => (Kind: a.GetAttribute("data-kind"), Url: a.GetAttribute("href")));
        Assert.Equal(("hand", $"{Address}/so-lieu/test.hand"), links["08 đơn vị"]);
        Assert.Equal(("computed", $"{Address}/so-lieu/test.granted"), links["06 hợp tác xã"]);
        Assert.Equal("computed", links["2.500.000 đồng"].Kind);
        Assert.Equal("about", links["khoảng 50 đại biểu"].Kind);
        Assert.Equal("about", links["khoảng 50"].Kind);
        Assert.Equal("hand", links["04 buổi"].Kind);
        Assert.Equal("unknown", links["chưa có dữ liệu"].Kind);
        Assert.DoesNotContain("{", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_01_the_window_and_the_period_are_printed()
    {
        var visitor = await app.Visit().OpenAsync(Address);

        Assert.Contains("giai đoạn thử, tính đến 9/7/2020", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("theo giai đoạn của chương trình", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_stand_by_group_and_verdicts_clause_by_clause()
    {
        var visitor = await app.Visit().OpenAsync(Address);

        var table = visitor.Page.QuerySelectorAll("article table").First(t => t.TextContent.Contains("Bảng thử theo sản phẩm", StringComparison.Ordinal));
        Assert.Equal(["Gạo thử", "Nước ép thử", "Quả thử"], table.QuerySelectorAll("tbody th").Select(c => c.TextContent));
        Assert.Equal("Hợp tác xã Một; Hợp tác xã Hai; Hợp tác xã Ba", table.QuerySelector("tbody td")!.TextContent);
        Assert.Equal(
            ["good:Đáp ứng", "stop:Chưa đáp ứng", "act:Cần hoàn chỉnh", "unknown:Chưa có dữ liệu", "unknown:Chưa đủ thông tin"],
            visitor.Page.QuerySelectorAll(".ps-verdict .ps-tag").Select(t => $"{t.GetAttribute("data-tone")}:{t.TextContent.Trim()}"));
    }

    [Fact]
    public async Task The_outline_leads_to_headings_that_are_there()
    {
        var visitor = await app.Visit().OpenAsync(Address);

        var anchors = visitor.Page.QuerySelectorAll("nav.ps-outline a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(["#ket-qua", "#linh-vuc", "#kho-khan", "#nguon"], anchors);
        Assert.All(anchors, anchor => Assert.NotNull(visitor.Page.GetElementById(anchor[1..])));
    }

    [Theory]
    [InlineData("test.granted", "06", "Tính từ hồ sơ", "6 hồ sơ được đếm")]
    [InlineData("test.hand", "08", "Nhập tay, theo nguồn", "Tên từng đơn vị không có trong nguồn thử.")]
    [InlineData("test.about", "khoảng 50", "Nhập tay, ước chừng theo nguồn", "Nguồn thử")]
    [InlineData("test.unknown", "chưa có dữ liệu", "Chưa có dữ liệu", "Chưa có danh sách điểm danh thử.")]
    [InlineData("plan.2020.hoi-thao", "04", "Chỉ tiêu nhập tay, theo kế hoạch", "năm 2020, từ 01/01 đến 31/12")]
    public async Task An_evidence_page_says_what_the_number_is_and_how_it_came_about(string code, string value, string origin, string more)
    {
        var visitor = await app.Visit().OpenAsync($"{Address}/so-lieu/{code}");

        Assert.Equal(200, visitor.Status);
        Assert.StartsWith(value, visitor.Page.QuerySelector(".ps-value")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(origin, visitor.Page.QuerySelector(".ps-evidence .ps-tag")!.TextContent.Trim());
        Assert.Contains(more, visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_02_a_number_has_its_definition_its_as_of_time_and_its_source_beside_it()
    {
        var visitor = await app.Visit().OpenAsync($"{Address}/so-lieu/test.granted");

        Assert.Contains("Định nghĩa của Hợp tác xã thử được trao quyền.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("bản 3", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("09:00 ngày 01/07/2026", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("01/01/2019–09/07/2020", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Bài thử", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_that_are_not_public_are_counted_and_not_listed()
    {
        var visitor = await app.Visit().OpenAsync($"{Address}/so-lieu/test.granted");

        var facts = visitor.Page.QuerySelectorAll("dl.ps-summary > div").ToDictionary(row => row.Children[0].TextContent, row => row.Children[1].TextContent, StringComparer.Ordinal);
        Assert.Equal("1 hồ sơ", facts["Không công khai"]);
        Assert.Equal(5, visitor.Page.QuerySelectorAll("section[aria-labelledby=ho-so] tbody tr").Length);
        Assert.Equal(5, visitor.Page.QuerySelectorAll(".ps-layers li").Length);
        Assert.DoesNotContain("Giấu", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evidence_page_tells_where_the_figure_is_used()
    {
        var visitor = await app.Visit().OpenAsync($"{Address}/so-lieu/test.sessions");

        var uses = visitor.Page.QuerySelectorAll("aside .ps-links a").Select(a => a.GetAttribute("href"));
        Assert.Equal([Address, "/ke-hoach/ke-hoach-thu-2020"], uses);
    }

    [Fact]
    public async Task Point_03_the_plan_shows_its_target_and_does_not_borrow_results()
    {
        var visitor = await app.Visit().OpenAsync("/ke-hoach/ke-hoach-thu-2020");

        var line = visitor.Page.GetElementById("hoi-thao")!;
        Assert.Equal(["unknown", "hand"], line.QuerySelectorAll("a.ps-fig").Select(a => a.GetAttribute("data-kind")));
        Assert.Contains("04 buổi", line.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("03", line.TextContent, StringComparison.Ordinal);
        Assert.Null(line.QuerySelector(".ps-slots"));
    }

    [Fact]
    public async Task Point_04_an_unfinished_task_of_2019_stands_in_2020_with_its_history_and_reason()
    {
        var visitor = await app.Visit().OpenAsync("/ke-hoach/ke-hoach-thu-2020");

        var line = visitor.Page.GetElementById("viec-2020")!;
        Assert.Contains("Chuyển từ 2019", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("Chưa chọn được nơi làm thử", line.TextContent, StringComparison.Ordinal);
        var earlier = await app.Visit().OpenAsync(line.QuerySelector("a[href^='/ke-hoach/']")!.GetAttribute("href")!);
        Assert.Contains("Chuyển sang kế hoạch sau", earlier.Page.GetElementById("viec-2019")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/bao-cao/khong-co")]
    [InlineData("/bao-cao/thu-mot/so-lieu/khong.co")]
    [InlineData("/bao-cao/khong-co.docx")]
    [InlineData("/bao-cao/khong-co.csv")]
    [InlineData("/ke-hoach/khong-co")]
    public async Task What_is_not_there_is_not_found(string address) => Assert.Equal(404, (await app.Visit().OpenAsync(address)).Status);

    [Theory]
    [InlineData("/bao-cao")]
    [InlineData(Address)]
    [InlineData(Address + "/so-lieu/test.granted")]
    [InlineData("/ke-hoach/ke-hoach-thu-2020")]
    public async Task Public_pages_are_cacheable_and_speak_English_around_the_data(string address)
    {
        var visitor = await app.Visit().OpenAsync(address);

        Assert.Equal(200, visitor.Status);
        Assert.False(visitor.Response.Headers.Contains("Set-Cookie"));
        Assert.Empty(visitor.Page.QuerySelectorAll("[style], script:not([src]):not([type]), input[name=__RequestVerificationToken]"));
    }

    [Fact]
    public async Task A_request_reads_each_figure_once()
    {
        var before = app.Paid.Reads;

        await app.InScopeAsync(async services =>
        {
            var reader = services.GetRequiredService<ReviewReader>();
            await reader.FindAsync("thu-mot", CancellationToken.None);
            return await reader.FindAsync("thu-mot", CancellationToken.None);
        });

        Assert.Equal(before + 1, app.Paid.Reads);
    }

    [Fact]
    public async Task A_published_review_is_handed_to_the_portal_with_its_figures()
    {
        var publications = await app.InScopeAsync(services => services.GetPublications());
        var links = await app.InScopeAsync(services => services.GetLinks("thu-mot", "test.granted", "test.unknown", "test.nowhere"));

        var mine = Assert.Single(publications, p => p.Url == Address);
        Assert.Equal(("khcn", new DateOnly(2020, 7, 13)), (mine.Site, mine.PublishedOn!.Value));
        Assert.Equal("06 hợp tác xã", links!["test.granted"].Text);
        Assert.Equal("chưa có dữ liệu", links["test.unknown"].Text);
        Assert.DoesNotContain("test.nowhere", links.Keys);
        Assert.Null(await app.InScopeAsync(services => services.GetLinks("khong-co", "test.granted")));
    }

    [Fact]
    public async Task A_page_of_another_module_has_only_the_figures_read_that_it_names()
    {
        var before = app.Paid.Reads;

        var links = await app.InScopeAsync(services => services.GetLinks("thu-mot", "test.granted"));

        Assert.Equal(["test.granted"], links!.Keys);
        Assert.Equal(before, app.Paid.Reads);
    }

    [Fact]
    public async Task The_table_download_opens_in_Excel_and_runs_nothing()
    {
        var http = app.Visit().Http;
        var bytes = await http.GetByteArrayAsync(new Uri("/bao-cao/thu-mot.csv", UriKind.Relative));
        var text = System.Text.Encoding.UTF8.GetString(bytes);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes.Take(3));
        Assert.Contains("test.paid,Tiền hỗ trợ thử,2500000,2500000,,đồng,,Tính từ hồ sơ,1,0,bản 1", text, StringComparison.Ordinal);
        Assert.Contains("plan.2020.hoi-thao,Mở hội thảo thử,chưa có dữ liệu,chưa có dữ liệu,4,buổi,,\"Chỉ tiêu nhập tay, theo kế hoạch\"", text, StringComparison.Ordinal);
        Assert.Contains("/bao-cao/thu-mot/so-lieu/test.paid", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Importing_the_same_text_again_changes_nothing()
    {
        using var folder = TestReviews.Folder("thu-mot");
        await app.ForgetImportedRowsAsync();

        var again = await app.ImportAsync(folder.Path);

        Assert.Empty(again.Errors);
        Assert.Equal((0, 0), (again.Created, again.Changed));
        await app.InDbAsync(async db => Assert.Single((await db.Set<Review>().SingleAsync(r => r.Slug == "thu-mot")).Steps));
    }

    [Theory]
    [InlineData("Có {test.khong-co}.", "text", "không có số liệu nào mang mã “test.khong-co”")]
    [InlineData("Có {test.granted.", "text", "không phải là chỗ của một số liệu")]
    [InlineData("Có {test.granted:value}.", "text", "không phải là chỗ của một số liệu")]
    public async Task A_text_with_an_unknown_figure_is_an_error_of_its_line_and_column(string sentence, string column, string problem)
    {
        using var folder = TestReviews.Folder("thu-sai", TestReviews.Parts("thu-sai", sentence));
        var result = await app.ImportAsync(folder.Path);

        var error = Assert.Single(result.Errors);
        Assert.Equal(("review-parts.csv", 4, column), (error.File, error.Line, error.Column));
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thu-sai,10,evidence,,Bảng,,", "figure")]
    [InlineData("thu-sai,10,evidence,,Bảng,test.khong-co,", "figure")]
    [InlineData("thu-sai,10,text,,Lời,test.granted,", "figure")]
    [InlineData("thu-sai,10,plan,,Bảng,,", "plan")]
    [InlineData("thu-sai,10,section,,Có {test.granted},,", "text")]
    public async Task A_part_says_what_its_kind_needs_and_no_more(string row, string column)
    {
        using var folder = TestReviews.Folder("thu-sai", TestReviews.Header + row + "\n");
        var result = await app.ImportAsync(folder.Path);

        Assert.Equal((2, column), (Assert.Single(result.Errors).Line, result.Errors[0].Column));
    }

    [Fact]
    public async Task Point_01_a_half_year_with_other_days_is_refused()
    {
        using var folder = TestReviews.Folder("thu-ky").With("reviews.csv", TestReviews.Reviews("thu-ky", "administrative-half-year", "2020-01-01", "2020-06-30"));
        folder.With("review-parts.csv", TestReviews.Header);
        var result = await app.ImportAsync(folder.Path);

        Assert.Contains("phải từ 15/12/2019 đến 14/06/2020", Assert.Single(result.Errors).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_carried_task_without_a_reason_is_refused()
    {
        using var folder = TestReviews.Folder("thu-mot");
        folder.With("plan-items.csv", folder.Read("plan-items.csv").Replace("Chưa chọn được nơi làm thử", "", StringComparison.Ordinal));
        var result = await app.ImportAsync(folder.Path);

        Assert.Contains(result.Errors, e => e.File == "plan-items.csv" && e.Problem.Contains("phải ghi lý do", StringComparison.Ordinal));
    }
}

internal static class PortalSeams
{
    public static async Task<IReadOnlyList<Publication>> GetPublications(this IServiceProvider services)
    {
        var all = new List<Publication>();
        foreach (var source in (IEnumerable<IPublications>)services.GetService(typeof(IEnumerable<IPublications>))!)
        {
            all.AddRange(await source.AllAsync(CancellationToken.None));
        }

        return all;
    }

    public static Task<IReadOnlyDictionary<string, FigureLink>?> GetLinks(this IServiceProvider services, string slug, params string[] codes) =>
        ((IReviewFigures)services.GetService(typeof(IReviewFigures))!).LinksAsync(slug, codes.ToHashSet(StringComparer.Ordinal), CancellationToken.None);
}
