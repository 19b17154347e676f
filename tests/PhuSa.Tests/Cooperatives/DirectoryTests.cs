using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Cooperatives;

public class DirectoryTests(App app)
{
    private const string Header = "code,name,short_name,display_name,registration_number,founded,place_text,place,source";

    [Fact]
    public async Task The_directory_tells_how_many_and_names_each_letter_for_letter()
    {
        var page = await app.Visit("lienminh.localhost").OpenAsync("/hop-tac-xa");

        Assert.Contains("9 hợp tác xã", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Hợp tác xã làm vườn bến Bà Chi",
                "Hợp tác xã Nông sản An toàn Kiến An - Chợ Mới",
                "Hợp tác xã Sản xuất GAP Bình Phước Xuân",
                "HTX Nông nghiệp An Bình",
                "HTX Nông nghiệp Long Bình",
                "HTX Nông nghiệp Vĩnh Bình",
                "HTX Nông nghiệp Vĩnh Thắng",
                "HTX Sản xuất Kinh doanh Dịch vụ Nông nghiệp Chợ Mới",
                "HTX sản xuất rau an toàn Bình Thạnh",
            ],
            Names(page));
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Point_27_the_directory_is_in_Vietnamese_order()
    {
        string[] inOrder = ["An", "Ăn", "Ân", "Ba", "Cá", "Da", "Đa", "Em", "Êm", "Hoa", "Hòa", "Hoà Bình", "Oa", "Ôn", "Ơn", "Ta", "Tà", "Tả", "Tã", "Tá", "Tạ", "Ung", "Ưng", "Y"];
        await using var own = await App.StartAsync(empty: true);
        var rows = inOrder.Select((name, i) => (Name: name, Code: $"c{(i * 7) % inOrder.Length}")).OrderBy(row => row.Code, StringComparer.Ordinal);
        using var folder = ImportFolder.With(("cooperatives", $"{Header}\n{string.Join('\n', rows.Select(row => $"{row.Code},{row.Name},,,,,,,"))}\n"));
        Assert.Empty((await own.ImportAsync(folder.Path)).Errors);

        var first = await own.Visit().OpenAsync("/hop-tac-xa");
        var second = await own.Visit().OpenAsync("/hop-tac-xa?trang=2");

        Assert.Equal(inOrder, Names(first).Concat(Names(second)));
        Assert.Equal(20, Names(first).Count);
        Assert.Equal("/hop-tac-xa?trang=2", first.Page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/hop-tac-xa", second.Page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Contains("đang xem 21–24", second.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vinh thang", 1)]
    [InlineData("Vĩnh", 2)]
    [InlineData("NÔNG NGHIỆP", 5)]
    [InlineData("châu thành", 1)]
    [InlineData("an binh", 1)]
    [InlineData("Tây Phú", 1)]
    [InlineData("thoại sơn", 1)]
    [InlineData("khongco", 0)]
    public async Task Point_26_and_27_search_needs_no_marks_and_knows_old_and_new_places(string typed, int found)
    {
        var page = await app.Visit().OpenAsync($"/hop-tac-xa?q={Uri.EscapeDataString(typed)}");

        Assert.Equal(200, page.Status);
        Assert.Equal(found, Names(page).Count);
        Assert.Equal(found == 0, page.Page.QuerySelector(".ps-empty") is not null);
        Assert.Equal(typed, page.Page.QuerySelector("main input[name=q]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/hop-tac-xa/khong-co")]
    [InlineData("/hop-tac-xa/so-khcn")]
    [InlineData("/hop-tac-xa?trang=2")]
    [InlineData("/hop-tac-xa?trang=-1")]
    [InlineData("/hop-tac-xa?trang=1.5")]
    public async Task What_is_not_there_is_not_found(string path) => Assert.Equal(404, (await app.Visit().OpenAsync(path)).Status);

    [Fact]
    public async Task The_profile_keeps_the_words_of_the_source_and_leads_to_the_present_commune()
    {
        var page = await app.Visit().OpenAsync("/hop-tac-xa/htx-an-binh");

        Assert.Equal("HTX Nông nghiệp An Bình", page.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("xã An Bình, huyện Thoại Sơn", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nay thuộc xã Tây Phú, tỉnh An Giang", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_needs_consent_is_withheld_and_a_missing_one_is_not_called_withheld()
    {
        var withheld = await app.Visit().OpenAsync("/hop-tac-xa/htx-an-binh");
        var missing = await app.Visit().OpenAsync("/hop-tac-xa/htx-long-binh");

        Assert.Contains("Thành lập không công khai", withheld.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2015", withheld.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("không công khai", missing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_is_never_taken_from_a_name_and_never_without_a_source()
    {
        var profile = await app.Visit().OpenAsync("/hop-tac-xa/htx-vinh-thang");
        Assert.DoesNotContain("Nay thuộc", profile.Text, StringComparison.Ordinal);

        await using var own = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(("cooperatives", $"{Header}\nhtx-mot,HTX Một,,,,,xã Một,,\n"));
        var error = Assert.Single((await own.ImportAsync(folder.Path)).Errors);
        Assert.Equal((2, "source"), (error.Line, error.Column));
    }

    [Fact]
    public async Task A_corrected_title_stands_beside_the_name_of_the_source()
    {
        await using var own = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(("cooperatives", $"{Header}\nhtx-mot,HTX Nông ngiệp Một,,HTX Nông nghiệp Một,,,,,\n"));
        await own.ImportAsync(folder.Path);

        var page = await own.Visit().OpenAsync("/hop-tac-xa/htx-mot");

        Assert.Equal("HTX Nông nghiệp Một", page.Page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Tên trong nguồn: HTX Nông ngiệp Một", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_directory_says_so()
    {
        await using var own = await App.StartAsync(empty: true);

        Assert.Contains("Chưa có hợp tác xã nào được ghi", (await own.Visit().OpenAsync("/hop-tac-xa")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_modules_read_cooperatives_by_organisation()
    {
        var all = await app.InScopeAsync(services => services.GetRequiredService<ICooperatives>().AllAsync(CancellationToken.None));
        var some = await app.InScopeAsync(services => services.GetRequiredService<ICooperatives>().OfAsync(all.Take(2).Select(c => c.Id), CancellationToken.None));

        Assert.Equal(9, all.Count);
        Assert.Equal(all.Take(2).Select(c => c.Id).Order(), some.Keys.Order());
        Assert.Contains(all, c => c is { Code: "htx-long-binh", ShortName: "HTX Long Bình", Url: "/hop-tac-xa/htx-long-binh" });
    }

    private static List<string> Names(Visitor page) => [.. page.Page.QuerySelectorAll("main .ps-coops h2").Select(heading => heading.TextContent.Trim())];
}
