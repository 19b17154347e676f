using System.Globalization;
using System.Text;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Organisations;
using PhuSa.Tests.Search;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Point 26: “theo địa giới lúc đó / hiện nay” is a choice, a unit that was split asks a person, and every count opens its list.</summary>
public sealed class RegistryByPlaceTests : IAsyncLifetime
{
    private const string Office = RegistryHouse.Office;
    private const string ByPlace = $"{Office}/theo-dia-ban";

    private App _app = null!;

    /// <summary>Two communes became one in 2025, which became another in 2026; a third was split; a fourth was never touched.</summary>
    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(
            ("places", "code,valid_from,valid_to,level,name,parent\n90,,,province,Tỉnh Mẫu,\n900,,2025-06-30,district,Huyện Mẫu,90\n90001,,2025-06-30,commune,Xã Một,900\n90002,,2025-06-30,commune,Xã Hai,900\n90003,,2025-06-30,commune,Xã Ba,900\n90004,,,commune,Xã Bốn,90\n"
                + "90001,2025-07-01,2026-01-31,commune,Xã Gộp,90\n90001,2026-02-01,,commune,Phường Gộp,90\n90003,2025-07-01,,commune,Xã Ba Đông,90\n90005,2025-07-01,,commune,Xã Ba Tây,90\n"),
            ("place-changes", "old,new,split,resolution\n90001,90001@2025-07-01,không,\n90002,90001@2025-07-01,không,\n90001@2025-07-01,90001@2026-02-01,không,\n90003,90003@2025-07-01,có,\n90003,90005@2025-07-01,có,\n"),
            ("cooperatives", "code,name,short_name,display_name,registration_number,founded,place_text,place,source\na,A,,,,,\"ấp 1, xã Một\",90001,Nguồn\nb,B,,,,,,90002,Nguồn\nc,C,,,,,,90001@2025-07-01,Nguồn\nd,D,,,,,xã Ba,90003,Nguồn\ne,E,,,,,,90004,Nguồn\nf,F,,,,,bến Mẫu,,Nguồn\ng,G,,,,,,,\n"));
        Assert.Empty((await _app.ImportAsync(folder.Path)).Errors);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Point_26_by_the_borders_of_then_each_file_is_in_the_unit_that_it_names()
    {
        Assert.Equal(
            [("xã Ba, huyện Mẫu, tỉnh Mẫu", 1), ("xã Bốn, tỉnh Mẫu", 1), ("xã Gộp, tỉnh Mẫu", 1), ("xã Hai, huyện Mẫu, tỉnh Mẫu", 1), ("xã Một, huyện Mẫu, tỉnh Mẫu", 1), ("Mới ghi bằng chữ, chưa chọn đơn vị", 1), ("Chưa ghi nơi", 1)],
            await RowsAsync(""));
    }

    [Fact]
    public async Task Point_26_by_todays_borders_they_are_in_what_came_after_over_two_changes_and_a_split_unit_waits_for_a_person()
    {
        Assert.Equal(
            [("phường Gộp, tỉnh Mẫu", 3), ("xã Ba, huyện Mẫu, tỉnh Mẫu; đơn vị này đã chia, nay là một trong: Xã Ba Đông; Xã Ba Tây", 1), ("xã Bốn, tỉnh Mẫu", 1), ("Mới ghi bằng chữ, chưa chọn đơn vị", 1), ("Chưa ghi nơi", 1)],
            await RowsAsync("?dia-gioi=hien-nay"));
    }

    [Fact]
    public async Task Point_26_what_came_of_a_place_is_found_when_only_the_changes_come_in()
    {
        await using var own = await App.StartAsync(empty: true);
        using var units = ImportFolder.With(
            ("places", "code,valid_from,valid_to,level,name,parent\n90,,,province,Tỉnh Mẫu,\n900,,2025-06-30,district,Huyện Mẫu,90\n90001,,2025-06-30,commune,Xã Cổ Mộc,900\n90001,2025-07-01,2026-01-31,commune,Xã Tân Quế,90\n90001,2026-02-01,,commune,Phường Hạ Liên,90\n"),
            ("cooperatives", "code,name,short_name,display_name,registration_number,founded,place_text,place,source\na,HTX Một Mình,,,,,,90001,Nguồn\n"));
        Assert.Empty((await own.ImportAsync(units.Path)).Errors);
        await own.FindsAsync("Cổ Mộc", 1);
        Assert.Empty(own.Find("Tân Quế"));

        using var first = ImportFolder.With(("place-changes", "old,new,split,resolution\n90001,90001@2025-07-01,không,\n"));
        Assert.Empty((await own.ImportAsync(first.Path)).Errors);
        await own.FindsAsync("Tân Quế", 1);

        // A change of what the place had become reaches it too.
        using var second = ImportFolder.With(("place-changes", "old,new,split,resolution\n90001@2025-07-01,90001@2026-02-01,không,\n"));
        Assert.Empty((await own.ImportAsync(second.Path)).Errors);
        await own.FindsAsync("Hạ Liên", 1);
        Assert.Equal(["/hop-tac-xa/a"], own.Find("Cổ Mộc"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?dia-gioi=hien-nay")]
    [InlineData("?dia-gioi=hien-nay&loai=hop-tac-xa&q=a")]
    public async Task Point_2_every_count_opens_its_list_and_both_agree(string query)
    {
        var officer = await _app.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync(ByPlace + query);
        var counts = officer.Page.QuerySelectorAll("main tbody td a").Select(link => (Url: link.GetAttribute("href")!, Count: int.Parse(link.TextContent, CultureInfo.InvariantCulture))).ToList();

        Assert.NotEmpty(counts);
        foreach (var (url, count) in counts)
        {
            await officer.OpenAsync(url);
            Assert.Equal((url, count), (url, officer.Page.QuerySelectorAll("main tbody th").Length));
        }
    }

    [Fact]
    public async Task The_list_by_todays_borders_says_the_unit_of_today_first_and_keeps_the_words()
    {
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Office}?don-vi=90001@2026-02-01&dia-gioi=hien-nay");

        Assert.Equal(3, officer.Page.QuerySelectorAll("main tbody th").Length);
        Assert.Contains("phường Gộp, tỉnh Mẫu; khi ghi: ấp 1, xã Một", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Chỉ phường Gộp, tỉnh Mẫu, theo địa giới hiện nay.", officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync($"{Office}?don-vi=90001@2026-02-01");
        Assert.NotNull(officer.Page.QuerySelector("main .ps-empty"));
    }

    [Theory]
    [InlineData("don-vi=khong-co")]
    [InlineData("don-vi=90001@x&dia-gioi=zz")]
    [InlineData("don-vi=%27%3B--&dia-gioi=hien-nay")]
    public async Task A_unit_that_is_not_there_shows_nothing_and_says_so(string query)
    {
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);

        Assert.Equal(200, (await officer.OpenAsync($"{Office}?{query}")).Status);
        Assert.Contains("Không có đơn vị hành chính nào như địa chỉ này ghi.", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_counts_are_taken_away_as_shown()
    {
        var officer = await _app.SignedInAsync(Role.AllianceOfficer);
        var csv = Encoding.UTF8.GetString(await officer.Http.GetByteArrayAsync(new Uri($"{ByPlace}.csv?dia-gioi=hien-nay", UriKind.Relative))).TrimStart('\uFEFF').Split("\r\n");

        Assert.Contains("\"phường Gộp, tỉnh Mẫu\",90001@2026-02-01,3,", csv);
        Assert.Contains("\"xã Ba, huyện Mẫu, tỉnh Mẫu\",90003,1,Xã Ba Đông; Xã Ba Tây", csv);
        Assert.Equal(200, (int)(await officer.Http.GetAsync(new Uri($"{ByPlace}.xlsx", UriKind.Relative))).StatusCode);
        Assert.Equal(403, (await (await _app.SignedInAsync(Role.CooperativeDirector)).OpenAsync($"{ByPlace}.csv")).Status);
    }

    [Fact]
    public async Task Point_26_search_finds_by_a_name_that_two_resolutions_have_replaced()
    {
        var officer = await _app.SignedInAsync(Role.DepartmentOfficer);
        foreach (var name in new[] { "xa+mot", "xa+gop", "Ph%C6%B0%E1%BB%9Dng+G%E1%BB%99p" })
        {
            await officer.OpenAsync($"{Office}?noi={name}");
            Assert.Contains("A", officer.Page.QuerySelectorAll("main tbody th").Select(th => th.TextContent.Trim()));
        }
    }

    private async Task<IReadOnlyList<(string Name, int Count)>> RowsAsync(string query)
    {
        var officer = await _app.SignedInAsync(Role.DepartmentLeader);
        await officer.OpenAsync(ByPlace + query);
        return [.. officer.Page.QuerySelectorAll("main tbody tr").Select(row => (Words(row.QuerySelector("th")!.TextContent), int.Parse(row.QuerySelector("td")!.TextContent, CultureInfo.InvariantCulture)))];
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ;", ";", StringComparison.Ordinal);
}
