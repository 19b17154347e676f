using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using PhuSa.Cooperatives.OpenData;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Cooperatives;

/// <summary>The register for programs: what is public and nothing else, the same in the interface, in the files and in the dictionary.</summary>
public sealed class OpenDataTests(App app, RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Api = "/api/v1/cooperatives";
    private const string Secret = "kín";

    [Fact]
    public async Task The_list_tells_how_many_there_are_and_gives_the_page_that_was_asked_for()
    {
        var first = JsonDocument.Parse(await TextAsync($"{Api}?pageSize=4", app)).RootElement;
        var last = JsonDocument.Parse(await TextAsync($"{Api}?pageSize=4&page=3", app)).RootElement;

        Assert.Equal((9, 4, 1), (first.GetProperty("total").GetInt32(), first.GetProperty("items").GetArrayLength(), last.GetProperty("items").GetArrayLength()));
        Assert.Equal("HTX sản xuất rau an toàn Bình Thạnh", Names(last).Single());
        Assert.Equal(0, (await JsonAsync($"{Api}?page=1000000")).GetProperty("items").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("licence").ValueKind);
        Assert.EndsWith("/du-lieu-mo", first.GetProperty("dictionary").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vinh thang")]
    [InlineData("Vĩnh Bình")]
    [InlineData("Tây Phú")]
    [InlineData("thoại sơn")]
    [InlineData("không có nơi nào như thế")]
    public async Task The_interface_finds_what_the_directory_finds(string words)
    {
        var page = await house.App.Visit("lienminh.localhost").OpenAsync($"/hop-tac-xa?q={Uri.EscapeDataString(words)}");
        var answer = await JsonAsync($"{Api}?q={Uri.EscapeDataString(words)}");

        var shown = page.Page.QuerySelectorAll("main ul.ps-coops a").Select(link => link.TextContent.Trim()).ToList();
        Assert.Equal(shown.Count, answer.GetProperty("total").GetInt32());
        Assert.Equal(shown.Count, Names(answer).Count);
    }

    [Theory]
    [InlineData("pageSize=0")]
    [InlineData("pageSize=201")]
    [InlineData("pageSize=-1")]
    [InlineData("pageSize=x")]
    [InlineData("page=0")]
    [InlineData("page=1000001")]
    [InlineData("page=99999999999999999999")]
    public async Task A_page_that_cannot_be_asked_for_is_answered_with_what_can(string query)
    {
        using var response = await house.App.Visit().Http.GetAsync(new Uri($"{Api}?{query}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("từ 1 đến 200", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_cooperative_did_not_agree_to_is_in_no_format_and_of_a_person_nothing_ever_is()
    {
        await FillAsync("htx-chua-dong-y-mo", "1600777881", agreed: []);
        await FillAsync("htx-dong-y-mo", "1600777888", Enum.GetValues<PublicItem>());

        string[] formats = [$"{Api}?q=mo", $"{Api}/htx-chua-dong-y-mo", "/du-lieu-mo/hop-tac-xa.csv", "/du-lieu-mo/hop-tac-xa.json"];
        foreach (var format in formats)
        {
            Assert.DoesNotContain(Secret, await TextAsync(format), StringComparison.Ordinal);
        }

        var silent = await JsonAsync($"{Api}/htx-chua-dong-y-mo");
        Assert.All(OpenColumns.All.Where(column => column.NeedsConsent), column => Assert.Equal(JsonValueKind.Null, silent.GetProperty(column.Name).ValueKind));

        await FillAsync("htx-dong-y-mot-muc-mo", "1600777882", [PublicItem.Sector]);
        Assert.Equal(("agriculture", JsonValueKind.Null), (Of(await JsonAsync($"{Api}/htx-dong-y-mot-muc-mo"), "sector"), (await JsonAsync($"{Api}/htx-dong-y-mot-muc-mo")).GetProperty("field").ValueKind));
        var open = await JsonAsync($"{Api}/htx-dong-y-mo");
        Assert.Equal(("1600777888", "2011-03", "active", "agriculture", "small", 2025, 10.5m),
            (Of(open, "registrationNumber"), Of(open, "founded"), Of(open, "status"), Of(open, "sector"), Of(open, "sizeClass"), open.GetProperty("sizeYear").GetInt32(), open.GetProperty("latitude").GetDecimal()));
    }

    [Fact]
    public async Task The_rating_of_the_latest_year_is_open_where_the_cooperative_agreed_and_never_an_earlier_one_in_its_place()
    {
        await FillAsync("htx-xep-loai-mo", "1600777883", [PublicItem.Rating]);
        await FillAsync("htx-xep-loai-kin", "1600777884", [PublicItem.Status]);
        foreach (var code in new[] { "htx-xep-loai-mo", "htx-xep-loai-kin" })
        {
            await house.App.MadeAsync(code, 2023, ReportStatus.Rated, points: 3);
            await house.App.MadeAsync(code, 2024, ReportStatus.Rated, points: 6);
            await house.App.MadeAsync(code, 2025, ReportStatus.Accepted, points: 3);
        }

        var open = await JsonAsync($"{Api}/htx-xep-loai-mo");
        var closed = await JsonAsync($"{Api}/htx-xep-loai-kin");
        Assert.Equal(("good", 2024), (Of(open, "rating"), open.GetProperty("ratingYear").GetInt32()));
        Assert.Equal((null, JsonValueKind.Null), (Of(closed, "rating"), closed.GetProperty("ratingYear").ValueKind));
        var line = Assert.Single((await TextAsync("/du-lieu-mo/hop-tac-xa.csv")).Split('\n'), line => line.StartsWith("htx-xep-loai-mo,", StringComparison.Ordinal));
        Assert.Contains(",good,2024,", line, StringComparison.Ordinal);

        await house.App.MadeAsync("htx-xep-loai-mo", 2022, ReportStatus.Rated, points: null);
        Assert.Equal("good", Of(await JsonAsync($"{Api}/htx-xep-loai-mo"), "rating"));
        await house.ReportedWithoutDataAsync("htx-xep-loai-mo", 2025);
        Assert.Null(Of(await JsonAsync($"{Api}/htx-xep-loai-mo"), "rating"));
    }

    [Fact]
    public async Task Both_files_hold_every_cooperative_with_the_fields_of_the_dictionary()
    {
        var whole = await JsonAsync("/du-lieu-mo/hop-tac-xa.json");
        using var reader = new CsvReader(new StringReader((await TextAsync("/du-lieu-mo/hop-tac-xa.csv")).TrimStart('\uFEFF')), new CsvConfiguration(CultureInfo.InvariantCulture));
        await reader.ReadAsync();
        reader.ReadHeader();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetField("name")!);
        }

        var page = await house.App.Visit().OpenAsync("/du-lieu-mo");
        var dictionary = page.Page.QuerySelectorAll("main [aria-label='Từ điển dữ liệu'] tbody th code").Select(code => code.TextContent).ToList();
        Assert.Equal(Names(whole), rows);
        Assert.Equal(whole.GetProperty("total").GetInt32(), rows.Count);
        Assert.Equal(dictionary, reader.HeaderRecord);
        Assert.Equal(dictionary.Select(name => name.Split('.')[0]).Distinct(), whole.GetProperty("items")[0].EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task A_file_that_did_not_change_is_not_sent_again_and_one_that_did_is()
    {
        using var http = house.App.Visit().Http;
        var (_, tag) = await AskAsync(http, "/du-lieu-mo/hop-tac-xa.json", since: null);
        var (unchanged, _) = await AskAsync(http, "/du-lieu-mo/hop-tac-xa.json", tag);
        await house.ChangeAsync("htx-vinh-thang", (_, c) => c.Register(new Registration("Tên hiển thị khác", "1600111222", [], RecordTime.Unknown, null, null, null, c.Source)));
        await house.ChangeAsync("htx-vinh-thang", (_, c) => c.Agree([PublicItem.RegistrationNumber], new DateOnly(2026, 6, 1), "Phiếu"));
        var (changed, _) = await AskAsync(http, "/du-lieu-mo/hop-tac-xa.json", tag);

        Assert.Equal((304, 200), (unchanged, changed));
    }

    [Fact]
    public async Task The_licence_is_the_publishing_bodys_to_give()
    {
        await using var licensed = await App.StartAsync(empty: true, prepare: app =>
        {
            app.Settings["OpenData:Licence:Name"] = "Giấy phép thử";
            app.Settings["OpenData:Licence:Url"] = "https://vi-du.vn/giay-phep";
        });

        var page = await licensed.Visit().OpenAsync("/du-lieu-mo");

        Assert.Equal("https://vi-du.vn/giay-phep", page.Page.QuerySelector("main a[rel~=license]")!.GetAttribute("href"));
        Assert.Equal("chưa có dữ liệu", (await app.Visit().OpenAsync("/du-lieu-mo")).Page.QuerySelectorAll("main dl dd")[^1].TextContent.Trim());
    }

    [Fact]
    public async Task A_profile_says_to_programs_what_it_says_to_readers()
    {
        var page = await house.App.Visit("lienminh.localhost").OpenAsync("/hop-tac-xa/htx-an-binh");

        using var data = JsonDocument.Parse(page.Page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal("HTX Nông nghiệp An Bình", data.RootElement.GetProperty("name").GetString());
        Assert.EndsWith("/hop-tac-xa/htx-an-binh", data.RootElement.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.False(data.RootElement.TryGetProperty("taxID", out _));
    }

    /// <summary>A cooperative of its own whose every field says something.</summary>
    private async Task FillAsync(string code, string number, PublicItem[] agreed)
    {
        using var folder = ImportFolder.With(("cooperatives", $"code,name,short_name,display_name,registration_number,founded,place_text,place,source\n{code},Hợp tác xã mở {code},,,{number},,,,\n"));
        Assert.Empty((await house.App.ImportAsync(folder.Path)).Errors);
        await house.ChangeAsync(code, (db, c) =>
        {
            var year = new CooperativeYear(Guid.CreateVersion7(), c.Id, 2025);
            year.Describe(new YearContent(63, 2, null, 1_234_000_000, 5_678_000_000, Secret));
            var contact = new CooperativeContact(c.Id);
            contact.Describe(new ContactContent($"Lê Văn {Secret}", "0912000334", $"{Secret}@vi-du.vn", "https://mo.vi-du.vn", $"Ấp {Secret}", 10.5m, 105.25m));
            db.AddRange(year, contact);
            c.Register(new Registration(null, number, [], RecordTime.Month(2011, 3), $"Phòng {Secret}", CooperativeSector.Agriculture, "Trồng xoài", Source: null));
            c.Settle($"ấp {Secret}", placeId: null, source: null);
            c.Classify([year], new DateOnly(2026, 7, 1), SizeScale.BuiltIn);
            c.Change(CooperativeAction.Activate, new StatusNews(new DateOnly(2011, 3, 5), Secret, Secret, []), new DateOnly(2026, 6, 30), RegistryHouse.By, new DateTime(2026, 6, 30, 0, 0, 0, DateTimeKind.Utc));
            c.Agree(agreed, new DateOnly(2026, 6, 1), Secret);
        });
    }

    private static async Task<(int Status, string Tag)> AskAsync(HttpClient http, string path, string? since)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (since is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", since);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, response.Headers.ETag!.ToString());
    }

    private static string? Of(JsonElement item, string name) => item.GetProperty(name).GetString();

    private static IReadOnlyList<string> Names(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];

    private async Task<string> TextAsync(string path, App? product = null) => await (await (product ?? house.App).Visit().Http.GetAsync(new Uri(path, UriKind.Relative))).EnsureSuccessStatusCode().Content.ReadAsStringAsync();

    private async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await TextAsync(path)).RootElement;
}
