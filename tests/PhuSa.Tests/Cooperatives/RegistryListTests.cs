using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Documents.Sheets;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Cooperatives;

/// <summary>The register in the office: what the address asks for is what is shown, counted and taken away.</summary>
public sealed partial class RegistryListTests(RegistryListTests.Filled house) : IClassFixture<RegistryListTests.Filled>
{
    private const string Office = RegistryHouse.Office;

    private readonly App _app = house.House.App;

    [Theory]
    [InlineData("q=vinh+thang", 1)]
    [InlineData("q=V%C4%A9nh", 2)]
    [InlineData("q=%C4%90an+mo", 1)]
    [InlineData("q=ten+moi", 1)]
    [InlineData("q=1600999888", 1)]
    [InlineData("q=cu-77", 1)]
    [InlineData("q=htx-long-binh", 1)]
    [InlineData("noi=T%C3%A2y+Ph%C3%BA", 1)]
    [InlineData("noi=an+binh", 1)]
    [InlineData("noi=chau+thanh", 1)]
    [InlineData("noi=An+B%C3%ACnh,+Tho%E1%BA%A1i+S%C6%A1n", 1)]
    [InlineData("noi=an+binh+thoai+son", 1)]
    [InlineData("noi=An+B%C3%ACnh,+Ch%E1%BB%A3+M%E1%BB%9Bi", 0)]
    [InlineData("noi=X.+An+B%C3%ACnh", 1)]
    [InlineData("noi=TT+An+B%C3%ACnh", 0)]
    [InlineData("q=An+B%C3%ACnh+Tho%E1%BA%A1i+S%C6%A1n", 1)]
    [InlineData("q=HTX+An+B%C3%ACnh,+x%C3%A3+T%C3%A2y+Ph%C3%BA", 1)]
    [InlineData("q=binh+thanh+chau+thanh", 1)]
    [InlineData("q=binh+thanh+thoai+son", 0)]
    [InlineData("q=khongco", 0)]
    [InlineData("tinh-trang=dang-hoat-dong", 1)]
    [InlineData("tinh-trang=dang-hoat-dong&q=an+binh", 0)]
    [InlineData("linh-vuc=nong-nghiep&quy-mo=nho", 1)]
    [InlineData("ho-so=thieu-so", 8)]
    [InlineData("ho-so=du", 0)]
    [InlineData("tinh-trang=khong-co&loai=%3Cscript%3E", 9)]
    [InlineData("q=%25", 9)]
    public async Task Point_26_the_address_says_what_is_shown_by_names_and_places_of_any_time_with_or_without_marks(string query, int found)
    {
        var officer = await _app.SignedInAsync(Role.AllianceOfficer);

        await officer.OpenAsync($"{Office}?{query}");

        Assert.Equal(200, officer.Status);
        Assert.Equal(found, Names(officer).Count);
        Assert.Equal(found == 0, officer.Page.QuerySelector("main .ps-empty") is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?linh-vuc=nong-nghiep")]
    [InlineData("?q=nong+nghiep&ho-so=thieu-so")]
    public async Task Point_2_every_count_opens_its_list_and_both_agree(string query)
    {
        var officer = await _app.SignedInAsync(Role.DepartmentLeader);
        await officer.OpenAsync(Office + query);
        var counts = officer.Page.QuerySelectorAll("main details:not(.ps-filter details) a").Select(link => (Url: link.GetAttribute("href")!, Count: int.Parse(LastNumber.Match(link.TextContent).Value, System.Globalization.CultureInfo.InvariantCulture))).ToList();

        Assert.True(counts.Count > 8, $"Only {counts.Count} counts.");
        foreach (var (url, count) in counts)
        {
            await officer.OpenAsync(url);
            Assert.Equal((url, count), (url, Names(officer).Count));
        }
    }

    [Fact]
    public async Task Active_is_not_registered_and_a_status_that_is_not_known_is_neither()
    {
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync(Office);

        Assert.Contains("9 hồ sơ, đang xem", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Đang hoạt động: 1", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa rõ tình trạng: 7", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa đủ dữ liệu: 8", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_keeps_its_words_and_says_what_it_is_now()
    {
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Office}?q=HTX+An+B%C3%ACnh");

        Assert.Contains("xã An Bình, huyện Thoại Sơn; nay là xã Tây Phú, tỉnh An Giang", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_27_pages_are_in_Vietnamese_order_and_miss_and_repeat_nobody()
    {
        await using var own = await App.StartAsync(empty: true);
        var rows = Enumerable.Range(0, 65).Select(i => $"c{(i * 37) % 65:D2},HTX {(i % 3 == 0 ? "Ấp" : i % 3 == 1 ? "An" : "Ân")},,,,,,,");
        using var folder = ImportFolder.With(("cooperatives", $"code,name,short_name,display_name,registration_number,founded,place_text,place,source\n{string.Join('\n', rows)}\n"));
        Assert.Empty((await own.ImportAsync(folder.Path)).Errors);
        var officer = await own.SignedInAsync(Role.AllianceOfficer, "so-khcn");
        var (seen, names) = (new List<string>(), new List<string>());
        foreach (var page in new[] { 1, 2, 3 })
        {
            await officer.OpenAsync($"{Office}?trang={page}");
            seen.AddRange(officer.Page.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")!));
            names.AddRange(Names(officer));
        }

        Assert.Equal(65, seen.Distinct().Count());
        Assert.Equal(names.Order(PhuSa.Vietnamese.VietnameseOrder.Instance), names);
        Assert.Equal(["HTX An", "HTX Ân", "HTX Ấp"], names.Distinct());
        Assert.Equal(404, (await officer.OpenAsync($"{Office}?trang=4")).Status);
    }

    [Theory]
    [InlineData("?trang=0"), InlineData("?trang=x"), InlineData("?trang=2"), InlineData("/khong-co"), InlineData("/so-khcn")]
    public async Task What_is_not_there_is_not_found(string rest)
    {
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);

        Assert.Equal(404, (await officer.OpenAsync(Office + rest)).Status);
    }

    [Fact]
    public async Task The_list_is_taken_away_as_it_is_filtered_and_no_cell_is_a_formula()
    {
        var officer = await _app.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync($"{Office}?linh-vuc=nong-nghiep");
        var (csv, excel) = (officer.Page.QuerySelector("a[href*='.csv']")!.GetAttribute("href")!, officer.Page.QuerySelector("a[href*='.xlsx']")!.GetAttribute("href")!);

        var table = await officer.Http.GetAsync(new Uri(csv, UriKind.Relative));
        var lines = Encoding.UTF8.GetString(await table.Content.ReadAsByteArrayAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        using var sheet = new MemoryStream(await officer.Http.GetByteArrayAsync(new Uri(excel, UriKind.Relative)));
        var cells = SheetReader.Read(sheet).ToList();

        Assert.Equal("no-store", table.Headers.CacheControl!.ToString());
        Assert.Equal(Names(officer).Count + 1, lines.Length);
        Assert.Equal(lines.Length, cells.Count);
        Assert.Contains("'=1+1 ngành", lines[1], StringComparison.Ordinal);
        Assert.Contains("Nhỏ", lines[1], StringComparison.Ordinal);
        Assert.True(await _app.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<JournalEntry>().AnyAsync(entry => entry.Action == "Export" && entry.Kind == "cooperatives")));
    }

    [Fact]
    public async Task Who_only_reads_is_not_offered_to_add_and_a_director_does_not_read()
    {
        var leader = await _app.SignedInAsync(Role.DepartmentLeader);
        Assert.Equal(200, (await leader.OpenAsync(Office)).Status);
        Assert.Null(leader.Page.QuerySelector($"a[href='{Office}/moi']"));
        Assert.Equal(403, (await leader.OpenAsync($"{Office}/moi")).Status);

        var director = await _app.SignedInAsync(Role.CooperativeDirector);
        Assert.Equal(403, (await director.OpenAsync(Office)).Status);
        Assert.Equal(403, (await director.OpenAsync($"{Office}.csv")).Status);
    }

    private static List<string> Names(Visitor page) => [.. page.Page.QuerySelectorAll("main tbody th").Select(th => th.TextContent.Trim())];

    [GeneratedRegex(@"\d+$")]
    private static partial Regex LastNumber { get; }

    /// <summary>Some of the samples' cooperatives with more on record.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        public RegistryHouse House { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await House.InitializeAsync();
            await House.ChangeAsync("htx-long-binh", (db, c) =>
            {
                var year = new CooperativeYear(Guid.CreateVersion7(), c.Id, 2025);
                year.Describe(new YearContent(60, null, null, null, 3_000_000_000, Source: null));
                db.Add(year);
                c.Register(new Registration(null, "1600999888", ["CU-77", "cu-77"], RecordTime.Unknown, null, CooperativeSector.Agriculture, "=1+1 ngành", c.Source));
                c.Classify([year], new DateOnly(2026, 7, 1), SizeScale.BuiltIn);
                c.Change(CooperativeAction.Activate, new StatusNews(new DateOnly(2025, 1, 2), null, "x", []), new DateOnly(2026, 7, 1), RegistryHouse.By, DateTime.SpecifyKind(new DateTime(2026, 7, 1), DateTimeKind.Utc));
            });
            await House.ChangeAsync("htx-vinh-thang", (_, c) =>
                c.Change(CooperativeAction.Pause, new StatusNews(null, null, "x", []), new DateOnly(2026, 7, 1), RegistryHouse.By, DateTime.SpecifyKind(new DateTime(2026, 7, 1), DateTimeKind.Utc)));
            await House.ChangeAsync("htx-cho-moi", (db, c) =>
                db.Set<PhuSa.Organisations.Organisations.Organisation>().Single(o => o.Id == c.Id).Rename("HTX Đàn Mơ", "HTX tên mới", DateTime.SpecifyKind(new DateTime(2026, 7, 1), DateTimeKind.Utc)));
        }

        public ValueTask DisposeAsync() => House.DisposeAsync();
    }
}
