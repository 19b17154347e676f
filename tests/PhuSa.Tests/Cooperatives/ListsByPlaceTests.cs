using System.Globalization;
using System.Text;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Point 26: members, OCOP products and yearly reports are read by the borders of then or of today, as the register is.</summary>
public sealed class ListsByPlaceTests : IAsyncLifetime
{
    private const string Members = "/quan-tri/lien-minh/thanh-vien";
    private const string Products = "/quan-tri/san-pham-ocop";
    private const string Reports = "/quan-tri/hop-tac-xa/bao-cao";

    private App _app = null!;

    public static TheoryData<string> Lists => [Members, Products, Reports];

    /// <summary>Two communes became one; a third was split; one file has words only, one says nothing.</summary>
    public async ValueTask InitializeAsync()
    {
        _app = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(
            ("places", "code,valid_from,valid_to,level,name,parent\n90,,,province,Tỉnh Mẫu,\n900,,2025-06-30,district,Huyện Mẫu,90\n90001,,2025-06-30,commune,Xã Một,900\n90002,,2025-06-30,commune,Xã Hai,900\n90003,,2025-06-30,commune,Xã Ba,900\n"
                + "90001,2025-07-01,,commune,Xã Gộp,90\n90003,2025-07-01,,commune,Xã Ba Đông,90\n90005,2025-07-01,,commune,Xã Ba Tây,90\n"),
            ("place-changes", "old,new,split,resolution\n90001,90001@2025-07-01,không,\n90002,90001@2025-07-01,không,\n90003,90003@2025-07-01,có,\n90003,90005@2025-07-01,có,\n"),
            ("cooperatives", "code,name,short_name,display_name,registration_number,founded,place_text,place,source\na,HTX A,,,,,\"ấp 1, xã Một\",90001,Nguồn\nb,HTX B,,,,,,90002,Nguồn\nd,HTX D,,,,,xã Ba,90003,Nguồn\nf,HTX F,,,,,bến Mẫu,,Nguồn\ng,HTX G,,,,,,,\n"),
            ("ocop-products", "code,name,owner,place_text,place,group,sub_group,ministry,traceability,sales_points,source\nsa,SP A,a,\"ấp 1, xã Một\",90001,,,,,,\nsb,SP B,b,,90002,,,,,,\nsd,SP D,d,xã Ba,90003,,,,,,\nsf,SP F,f,bến Mẫu,,,,,,,\nsg,SP G,g,,,,,,,,\n"),
            ("papers", "code,kind,number,title,issued_by,issued_by_text,signed_on,effective_from,source,public,void_reason\nkn,decision,01/QĐ-LMHTX,Về việc kết nạp thành viên,,,2024-01-05,,,,\n"),
            ("admission-decisions", "code,paper,signed_on,announced_on,list_known,status,programme,source\nkn,kn,2024-01-05,,có,signed,,\n"),
            ("admissions", "code,decision,organisation,class,source\nka,kn,a,official,\nkb,kn,b,official,\nkd,kn,d,official,\nkf,kn,f,official,\nkg,kn,g,official,\n"));
        Assert.Empty((await _app.ImportAsync(folder.Path)).Errors);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Point_26_by_the_borders_of_then_a_record_is_in_the_unit_it_names_and_by_todays_in_what_came_after(string list)
    {
        Assert.Equal(["xã Ba, huyện Mẫu, tỉnh Mẫu: 1", "xã Hai, huyện Mẫu, tỉnh Mẫu: 1", "xã Một, huyện Mẫu, tỉnh Mẫu: 1", "Mới ghi bằng chữ, chưa chọn đơn vị: 1", "Chưa ghi nơi: 1"], await CountsAsync(list));
        Assert.Equal(["xã Ba, huyện Mẫu, tỉnh Mẫu: 1", "xã Gộp, tỉnh Mẫu: 2", "Mới ghi bằng chữ, chưa chọn đơn vị: 1", "Chưa ghi nơi: 1"], await CountsAsync($"{list}?dia-gioi=hien-nay"));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Point_2_every_count_by_unit_opens_its_list_and_the_table_to_take_away_has_the_same_lines(string list)
    {
        foreach (var query in new[] { "", "?dia-gioi=hien-nay" })
        {
            var officer = await _app.SignedInAsync(Role.AllianceOfficer);
            await officer.OpenAsync(list + query);
            var counts = officer.Page.QuerySelectorAll("main details dd a[href*='don-vi=']").Select(link => (Url: link.GetAttribute("href")!, Count: int.Parse(link.TextContent.Split(':')[^1], CultureInfo.InvariantCulture))).ToList();
            Assert.Equal(5, counts.Sum(count => count.Count));
            foreach (var (url, count) in counts)
            {
                await officer.OpenAsync(url);
                Assert.Equal((url, count), (url, officer.Page.QuerySelectorAll("main tbody th").Length));
                Assert.Equal((url, count), (url, (await LinesAsync(officer, url.Replace(list, $"{list}.csv", StringComparison.Ordinal))).Count - 1));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Point_26_the_list_says_the_unit_of_today_first_and_keeps_the_words_and_the_table_has_both(string list)
    {
        var officer = await _app.SignedInAsync(Role.AllianceOfficer);

        Assert.Contains("ấp 1, xã Một; nay là xã Gộp, tỉnh Mẫu", Words((await officer.OpenAsync(list)).Text), StringComparison.Ordinal);
        await officer.OpenAsync($"{list}?dia-gioi=hien-nay&don-vi=90001@2025-07-01");
        Assert.Contains("xã Gộp, tỉnh Mẫu; khi ghi: ấp 1, xã Một", Words(officer.Text), StringComparison.Ordinal);
        Assert.Contains("Chỉ xã Gộp, tỉnh Mẫu, theo địa giới hiện nay.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("đơn vị này đã chia, nay là một trong: Xã Ba Đông; Xã Ba Tây", Words((await officer.OpenAsync($"{list}?dia-gioi=hien-nay")).Text), StringComparison.Ordinal);
        var lines = await LinesAsync(officer, $"{list}.csv");
        Assert.Contains("Nơi,Nay thuộc,\"Nay có thể thuộc, chờ chọn\"", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("\"ấp 1, xã Một\",\"xã Gộp, tỉnh Mẫu\",", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("xã Ba,,Xã Ba Đông; Xã Ba Tây", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_unit_that_is_not_there_shows_nothing_and_says_so(string list)
    {
        var officer = await _app.SignedInAsync(Role.AllianceOfficer);

        foreach (var query in new[] { "don-vi=khong-co", "don-vi=90001@x&dia-gioi=zz", "don-vi=%27%3B--&dia-gioi=hien-nay", "don-vi=%01" })
        {
            Assert.Equal((query, 200), (query, (await officer.OpenAsync($"{list}?{query}")).Status));
            Assert.Equal((query, query != "don-vi=%01"), (query, officer.Text.Contains("Không có đơn vị hành chính nào như địa chỉ này ghi.", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Readers_of_products_are_given_no_choice_of_borders_and_none_is_taken_from_their_address()
    {
        var reader = await _app.Visit().OpenAsync("/san-pham?don-vi=khong-co&dia-gioi=hien-nay");

        Assert.Equal(200, reader.Status);
        Assert.Null(reader.Page.QuerySelector("#dia-gioi"));
    }

    private async Task<IReadOnlyList<string>> CountsAsync(string address)
    {
        var officer = await _app.SignedInAsync(Role.AllianceOfficer);
        await officer.OpenAsync(address);
        return [.. officer.Page.QuerySelectorAll("main details dd a[href*='don-vi=']").Select(link => Words(link.TextContent))];
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(Visitor person, string address) =>
        Encoding.UTF8.GetString(await person.Http.GetByteArrayAsync(new Uri(address, UriKind.Relative))).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ;", ";", StringComparison.Ordinal);
}
