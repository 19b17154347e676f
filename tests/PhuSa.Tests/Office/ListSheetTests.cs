using System.Globalization;
using System.Resources;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Documents.Sheets;
using PhuSa.Host;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Office;

/// <summary>Lists of the office to take away: each is offered beside its list with the list's filters, and has a line for each line.</summary>
public sealed class ListSheetTests(SampleHouse house) : IClassFixture<SampleHouse>
{
    private static readonly (string List, Role Reader)[] Lists =
    [
        ("/quan-tri/to-chuc", Role.DepartmentOfficer),
        ("/quan-tri/van-ban", Role.DepartmentOfficer),
        ("/quan-tri/van-ban-den", Role.DepartmentOfficer),
        ("/quan-tri/san-pham-ocop", Role.DepartmentOfficer),
        ("/quan-tri/hop-tac-xa/bao-cao", Role.DepartmentOfficer),
        ("/quan-tri/lien-minh/thanh-vien", Role.AllianceOfficer),
        ("/quan-tri/lien-minh/ban-ghi-nho", Role.AllianceOfficer),
        ("/quan-tri/lien-minh/ket-nap", Role.AllianceOfficer),
        ("/quan-tri/lien-minh/khen-thuong", Role.AllianceOfficer),
        ("/quan-tri/lien-minh/hoi-phi", Role.AllianceOfficer),
        ("/quan-tri/lien-minh/hoi-phi/phieu-thu", Role.AllianceOfficer),
    ];

    public static TheoryData<string, Role> EveryList => [.. Lists.Select(list => (list.List, list.Reader))];

    public static TheoryData<Type> Sheets => [.. HouseModules.All.SelectMany(module => module.Assembly.GetTypes()).Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(ListSheet)))];

    [Theory, MemberData(nameof(Sheets))]
    public async Task Every_heading_has_its_English_and_stands_once(Type sheet)
    {
        var english = HouseModules.All.Select(module => Table(module.Assembly)).Append(Table(typeof(Texts).Assembly)).OfType<ResourceSet>().ToList();
        var made = await house.App.InScopeAsync(services => Task.FromResult((ListSheet)ActivatorUtilities.CreateInstance(services, sheet)));

        Assert.All(made.Columns.Append(made.Title), words => Assert.True(english.Exists(table => !string.IsNullOrEmpty(table.GetString(words))), words));
        Assert.Equal(made.Columns.Distinct(StringComparer.Ordinal), made.Columns);
    }

    [Theory, MemberData(nameof(EveryList))]
    public async Task A_list_is_taken_away_with_its_filters_by_whoever_may_read_it_and_can_be_kept_under_a_name(string list, Role reader)
    {
        var officer = await house.App.SignedInAsync(reader);
        using var csv = await officer.Http.GetAsync(new Uri($"{list}.csv?q=%01&trang=2", UriKind.Relative));
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.True(csv.Headers.CacheControl!.NoStore);
        var lines = (await csv.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Trim().Split("\r\n");
        Assert.True(lines[0].Split(',').Length >= 5, lines[0]);

        using var excel = await officer.Http.GetAsync(new Uri($"{list}.xlsx", UriKind.Relative));
        Assert.Equal(SheetWriter.ContentType, excel.Content.Headers.ContentType!.MediaType);

        await officer.OpenAsync($"{list}?q=khong-he-co");
        Assert.NotNull(officer.Page.QuerySelector(".ps-saved form[action='/quan-tri/bo-loc']"));
        using var stranger = await (await house.App.SignedInAsync(Role.CooperativeDirector, "htx-long-binh")).Http.GetAsync(new Uri($"{list}.csv", UriKind.Relative));
        Assert.Equal(403, (int)stranger.StatusCode);
        using var nobody = await house.App.Visit().Http.GetAsync(new Uri($"{list}.csv", UriKind.Relative));
        Assert.NotEqual(200, (int)nobody.StatusCode);
    }

    [Theory]
    [InlineData("/quan-tri/to-chuc", "?loai=co-quan", Role.DepartmentOfficer)]
    [InlineData("/quan-tri/van-ban", "?loai=decision", Role.DepartmentOfficer)]
    [InlineData("/quan-tri/lien-minh/ban-ghi-nho", "?tinh-trang=da-ky", Role.AllianceOfficer)]
    public async Task The_links_beside_a_list_carry_its_filters_and_the_table_has_its_lines(string list, string query, Role reader)
    {
        var officer = await house.App.SignedInAsync(reader);
        await officer.OpenAsync(list + query);
        var rows = officer.Page.QuerySelectorAll("main table tbody tr").Length;
        Assert.NotEqual(0, rows);

        var link = officer.Page.QuerySelectorAll("main a").Single(a => a.TextContent.Trim() == "Tải CSV").GetAttribute("href")!;

        Assert.Equal($"{list}.csv{query}", link);
        Assert.Equal(rows + 1, (await officer.Http.GetStringAsync(new Uri(link, UriKind.Relative))).Trim().Split("\r\n").Length);
    }

    private static ResourceSet? Table(System.Reflection.Assembly assembly)
    {
        try
        {
            return Texts.Table(assembly).GetResourceSet(CultureInfo.GetCultureInfo("en"), createIfNotExists: true, tryParents: false);
        }
        catch (MissingManifestResourceException)
        {
            return null;
        }
    }
}
