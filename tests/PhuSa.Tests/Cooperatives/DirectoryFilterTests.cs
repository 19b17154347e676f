using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PhuSa.Tests.Organisations;
using PhuSa.Tests.Search;

namespace PhuSa.Tests.Cooperatives;

/// <summary>What the public directory is filtered and found by.</summary>
public sealed partial class DirectoryFilterTests(App app, DirectoryHouse house) : IClassFixture<DirectoryHouse>
{
    private const string Address = "/hop-tac-xa";

    [Theory]
    [InlineData("q=xoai", "HTX Ân Tình|HTX Ba Nhánh")]
    [InlineData("q=gao+mua", "HTX Đò Ngang")]
    [InlineData("q=qu%C3%AA+l%C3%BAa", "HTX Ân Tình|HTX Ba Nhánh")]
    [InlineData("q=nhan+hieu+chung+nhan+que+lua", "HTX Ân Tình|HTX Ba Nhánh")]
    [InlineData("q=khoai", "")]
    [InlineData("san-pham=xo%C3%A0i", "HTX Ân Tình|HTX Ba Nhánh")]
    [InlineData("san-pham=xoai+cat", "HTX Ân Tình")]
    [InlineData("san-pham=gao+mua", "")]
    [InlineData("san-pham=xoai&noi=dong+phu", "HTX Ba Nhánh")]
    public async Task A_cooperative_is_found_by_the_marks_and_products_that_pages_show(string query, string found) => Assert.Equal(found, string.Join('|', await NamesAsync(query)));

    [Theory]
    [InlineData("q=%C3%82n+T%C3%ACnh+Ho%C3%A0+Thu%E1%BA%ADn", "HTX Ân Tình")]
    [InlineData("q=an+tinh+anh+duong", "HTX Ân Tình")]
    [InlineData("q=ba+nhanh+xoai", "HTX Ba Nhánh")]
    [InlineData("q=kin+tieng+hoa+thuan", "")]
    [InlineData("noi=Ho%C3%A0+Thu%E1%BA%ADn,+S%C3%B4ng+Xanh", "HTX Ân Tình")]
    [InlineData("noi=hoa+thuan+song+xanh", "HTX Ân Tình")]
    [InlineData("noi=TT+B%E1%BA%BFn+%C4%90%C3%B2", "HTX Đò Ngang")]
    [InlineData("noi=X+%C4%90%C3%B4ng+Ph%C3%BA,+H.+S%C3%B4ng+Xanh", "HTX Ba Nhánh")]
    [InlineData("noi=%C4%90%C3%B4ng+Ph%C3%BA,+Huy%E1%BB%87n+Kh%C3%A1c", "")]
    public async Task Point_26_what_finds_nothing_as_one_phrase_is_found_piece_by_piece_in_what_pages_show(string query, string found) => Assert.Equal(found, string.Join('|', await NamesAsync(query)));

    [Theory]
    [InlineData("xoai", 2)]
    [InlineData("gạo mùa nổi", 1)]
    [InlineData("khoai", 0)]
    public async Task Programs_find_by_marks_and_products_what_readers_find(string words, int found)
    {
        using var answer = await house.App.Visit().Http.GetAsync(new Uri($"/api/v1/cooperatives?q={Uri.EscapeDataString(words)}", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal(found, page.GetProperty("total").GetInt32());
        if (words == "xoai")
        {
            Assert.Equal(["Xoài cát"], page.GetProperty("items")[0].GetProperty("products").EnumerateArray().Select(word => word.GetString()));
            Assert.Equal(["Nhãn hiệu chứng nhận Quê Lúa"], page.GetProperty("items")[0].GetProperty("marks").EnumerateArray().Select(word => word.GetString()));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("noi=%C3%A1nh+d%C6%B0%C6%A1ng")]
    [InlineData("xa=10002&q=do")]
    [InlineData("xa=khong-ro")]
    [InlineData("linh-vuc=nong-nghiep")]
    [InlineData("linh-vuc=khong-ro&san-pham=xoai")]
    [InlineData("htx=htx-an-tinh")]
    public async Task Programs_narrow_the_directory_by_the_filters_that_its_pages_name(string query)
    {
        using var answer = await house.App.Visit().Http.GetAsync(new Uri($"/api/v1/cooperatives?pageSize=200&{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        var names = await NamesAsync(query);
        Assert.Equal(names, page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()));
        Assert.Equal(names.Count, page.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("linh-vuc=khong-co")]
    [InlineData("xa=%27%3B")]
    [InlineData("q=%25")]
    public async Task A_program_that_asks_by_what_is_no_filter_is_told_so_and_gets_no_list(string query)
    {
        using var answer = await house.App.Visit().Http.GetAsync(new Uri($"/api/v1/cooperatives?{query}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("bộ lọc không đọc được", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_dictionary_names_every_filter()
    {
        var page = await house.App.Visit(DirectoryHouse.Site).OpenAsync("/du-lieu-mo");

        foreach (var key in PhuSa.Cooperatives.Directory.DirectoryFilter.Keys)
        {
            Assert.Contains(key, page.Page.QuerySelectorAll("th code").Select(code => code.TextContent));
        }
    }

    [Fact]
    public async Task A_chosen_commune_that_shows_nothing_stays_chosen_and_is_called_by_its_name()
    {
        var page = await house.App.Visit(DirectoryHouse.Site).OpenAsync($"{Address}?xa=10001&q=gao+mua");

        Assert.Empty(Names(page));
        Assert.Equal("10001", page.Page.QuerySelector("#xa option[selected]")!.GetAttribute("value"));
        Assert.Contains("Xã Ánh Dương", page.Page.QuerySelector("main ul.ps-row")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q=%25")]
    [InlineData("noi=---")]
    [InlineData("san-pham=!")]
    public async Task Words_that_look_for_nothing_are_said_to_be_unread_and_not_to_be_found_everywhere(string query)
    {
        var page = await house.App.Visit(DirectoryHouse.Site).OpenAsync($"{Address}?{query}");

        Assert.Contains("Địa chỉ có bộ lọc không đọc được", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("khớp với bộ lọc", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("noi=hoa+thuan", "HTX Ân Tình")]
    [InlineData("noi=H%C3%B2a+Thu%E1%BA%ADn", "HTX Ân Tình")]
    [InlineData("noi=%C3%A1nh+d%C6%B0%C6%A1ng", "HTX Ân Tình|HTX Ba Nhánh")]
    [InlineData("xa=10001", "HTX Ân Tình|HTX Ba Nhánh")]
    [InlineData("xa=10002", "HTX Ba Nhánh|HTX Đò Ngang")]
    [InlineData("xa=10003", "")]
    [InlineData("xa=khong-ro", "HTX Kín Tiếng|HTX Xa Xôi")]
    public async Task Point_26_a_place_is_a_present_commune_and_found_by_its_old_names_and_a_divided_unit_is_in_each_that_came_of_it(string query, string found) =>
        Assert.Equal(found, string.Join('|', await NamesAsync(query)));

    [Fact]
    public async Task Point_26_a_record_whose_unit_was_divided_says_that_it_may_be_in_either()
    {
        var page = await house.App.Visit(DirectoryHouse.Site).OpenAsync($"{Address}?xa=10001");
        var lines = page.Page.QuerySelectorAll("main .ps-coops li").Select(line => Blanks.Replace(line.TextContent, " ")).ToList();

        Assert.Contains("nay thuộc xã Ánh Dương, tỉnh Một", lines[0], StringComparison.Ordinal);
        Assert.Contains("nay có thể thuộc: xã Ánh Dương, tỉnh Một; xã Bến Đò, tỉnh Một", lines[1], StringComparison.Ordinal);
        Assert.Contains("1 có thể thuộc", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sector_or_a_place_that_is_not_shown_is_not_found_by_either()
    {
        Assert.Equal(["HTX Ân Tình"], await NamesAsync("linh-vuc=nong-nghiep"));
        Assert.Empty(await NamesAsync("linh-vuc=dich-vu"));
        Assert.Equal(["HTX Ba Nhánh", "HTX Đò Ngang", "HTX Kín Tiếng", "HTX Xa Xôi"], await NamesAsync("linh-vuc=khong-ro"));
        Assert.DoesNotContain("HTX Kín Tiếng", await NamesAsync("noi=hoa+thuan"));
        Assert.DoesNotContain("HTX Kín Tiếng", await NamesAsync("q=hoa+thuan"));
        Assert.Empty(await NamesAsync("q=ng%C3%A0nh+k%C3%ADn"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?xa=10001")]
    [InlineData("?linh-vuc=khong-ro")]
    [InlineData("?san-pham=xoai")]
    [InlineData("?q=htx&noi=ben+do")]
    public async Task Point_2_every_count_opens_its_list_and_both_agree(string query)
    {
        var page = await house.App.Visit(DirectoryHouse.Site).OpenAsync(Address + query);
        var counts = page.Page.QuerySelectorAll("main aside a").Select(link => (Url: link.GetAttribute("href")!, Count: int.Parse(LastNumber.Match(link.TextContent).Value, CultureInfo.InvariantCulture))).ToList();

        Assert.True(counts.Count > 1, $"Only {counts.Count} counts.");
        foreach (var (url, count) in counts)
        {
            await page.OpenAsync(url);
            Assert.Equal((url, count), (url, Names(page).Count));
        }
    }

    [Fact]
    public async Task The_search_of_the_site_finds_a_cooperative_by_a_product_as_soon_as_its_right_is_recorded()
    {
        using var folder = ImportFolder.With(
            ("certification-marks", "code,name,owner,regulation,source\nnhan-khac,Nhãn khác,,,\n"),
            ("mark-grants", "code,mark,holder,product,given_on,expires_on,decision,status,programme,source\ng9,nhan-khac,htx-xa,Chôm chôm qvx,,,,granted,,\n"));
        Assert.Empty((await house.App.ImportAsync(folder.Path)).Errors);

        await house.App.FindsAsync("chom chom qvx", 2);

        Assert.Equal(["/hop-tac-xa/htx-xa", "/nhan-hieu/nhan-khac"], house.App.Find("chôm chôm qvx").Order(StringComparer.Ordinal));
        Assert.Contains("HTX Xa Xôi", await NamesAsync("san-pham=chom+chom"));
    }

    [Fact]
    public async Task The_map_of_addresses_names_every_page_of_the_directory_with_the_day_its_record_changed_on_the_alliances_site_alone()
    {
        var (here, there) = (await MapAsync("khcn.localhost"), await MapAsync(DirectoryHouse.Site));

        Assert.Contains("/hop-tac-xa/htx-an-binh</loc><lastmod>2026-07-01</lastmod>", there, StringComparison.Ordinal);
        Assert.Contains("/hop-tac-xa/ban-do</loc></url>", there, StringComparison.Ordinal);
        Assert.DoesNotContain("/hop-tac-xa/", here, StringComparison.Ordinal);

        Task<string> MapAsync(string site) => app.Visit(site).Http.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Each_filter_is_taken_off_alone_and_the_address_says_which_are_on()
    {
        var page = await house.App.Visit(DirectoryHouse.Site).OpenAsync($"{Address}?xa=10001&q=htx&linh-vuc=nong-nghiep");

        Assert.Equal(["HTX Ân Tình"], Names(page));
        Assert.EndsWith("/hop-tac-xa?q=htx&linh-vuc=nong-nghiep&xa=10001", page.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(
            ["/hop-tac-xa?linh-vuc=nong-nghiep&xa=10001", "/hop-tac-xa?q=htx&xa=10001", "/hop-tac-xa?q=htx&linh-vuc=nong-nghiep", "/hop-tac-xa"],
            page.Page.QuerySelectorAll("main ul.ps-row a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Xã Ánh Dương", page.Page.QuerySelector("main ul.ps-row")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector("meta[name=robots][content=noindex]"));
        await page.OpenAsync($"{Address}?xa=10001");
        Assert.Null(page.Page.QuerySelector("meta[name=robots]"));
    }

    [Fact]
    public async Task The_canonical_address_of_the_directory_is_the_alliances_on_both_sites()
    {
        var (here, there) = (await app.Visit("khcn.localhost").OpenAsync(Address), await app.Visit(DirectoryHouse.Site).OpenAsync(Address));

        Assert.Contains(DirectoryHouse.Site, there.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(there.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), here.Page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("q=%01%07")]
    [InlineData("q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("xa=%27%3B+DROP+TABLE")]
    [InlineData("linh-vuc=khong-co")]
    [InlineData("xa=999999999999999999999999999")]
    [InlineData("htx=..%2F..")]
    [InlineData("q=%F0%9F%8C%BE")]
    [InlineData("q=a&q=b&xa=1&xa=2")]
    [InlineData("noi=%25&san-pham=_")]
    public async Task What_nobody_expects_in_the_address_is_answered_with_a_page_that_helps(string query)
    {
        foreach (var address in new[] { Address, $"{Address}/ban-do", "/du-lieu-mo/hop-tac-xa.geojson" })
        {
            using var answer = await house.App.Visit(DirectoryHouse.Site).Http.GetAsync(new Uri($"{address}?{query}", UriKind.Relative), TestContext.Current.CancellationToken);
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal((address, 200), (address, (int)answer.StatusCode));
            Assert.DoesNotContain("<script>alert", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_is_said_to_be_left_out()
    {
        var page = await house.App.Visit(DirectoryHouse.Site).OpenAsync($"{Address}?linh-vuc=khong-co");

        Assert.Contains("Địa chỉ có bộ lọc không đọc được", page.Text, StringComparison.Ordinal);
        Assert.Equal(5, Names(page).Count);
    }

    [Fact]
    public async Task A_kept_page_of_the_directory_is_not_that_of_a_filter()
    {
        var visitor = house.App.Visit(DirectoryHouse.Site);
        await visitor.OpenAsync(Address);
        await visitor.OpenAsync(Address);
        Assert.Equal(5, Names(visitor).Count);

        await visitor.OpenAsync($"{Address}?xa=10002");
        Assert.Equal(2, Names(visitor).Count);
        await visitor.OpenAsync(Address);
        Assert.Equal(5, Names(visitor).Count);
    }

    private static List<string> Names(Visitor page) => [.. page.Page.QuerySelectorAll("main .ps-coops h2").Select(heading => heading.TextContent.Trim())];

    private async Task<List<string>> NamesAsync(string query)
    {
        var page = await house.App.Visit(DirectoryHouse.Site).OpenAsync($"{Address}?{query}");
        Assert.Equal(200, page.Status);
        return Names(page);
    }

    [GeneratedRegex(@"\d+$")]
    private static partial Regex LastNumber { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks { get; }
}
