using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Files;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Point 19: rows of the decree that the product does not know are data of an office.</summary>
public sealed class SizeBoundTests : IAsyncLifetime
{
    private const string Address = $"{RegistryHouse.Office}/nguong-quy-mo";
    private const string Form = "main form[method=post]";
    private const string Source = "Điều 5 Nghị định 113/2024/NĐ-CP, Công báo";
    private readonly RegistryHouse _house = new();

    private static readonly (string, string)[] Services =
    [
        ("Rows[Services-Large].Members", "60"), ("Rows[Services-Large].Revenue", "30.000.000.000"), ("Rows[Services-Large].Capital", "9000000000"),
        ("Rows[Services-Medium].Members", "30"), ("Rows[Services-Medium].Revenue", "8000000000"), ("Rows[Services-Medium].Capital", "4000000000"),
        ("Rows[Services-Small].Members", "10"), ("Rows[Services-Small].Revenue", "1000000000"), ("Rows[Services-Small].Capital", "500000000"),
        ("Sources[Services]", Source),
    ];

    public ValueTask InitializeAsync() => _house.InitializeAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Point_19_thresholds_that_an_office_enters_give_the_size_that_no_rule_gave()
    {
        await _house.ChangeAsync("htx-an-binh", (db, c) =>
        {
            c.Sort(CooperativeSector.Services, field: null);
            var year = new CooperativeYear(Guid.CreateVersion7(), c.Id, 2025);
            year.Describe(new YearContent(40, null, null, 2_000_000_000, 9_000_000_000, "Báo cáo"));
            db.Add(year);
            c.Classify([year], new DateOnly(2026, 7, 1), SizeScale.BuiltIn);
        });
        Assert.Equal(SizeClass.NoRule, (await _house.OfAsync("htx-an-binh")).Size);
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-an-binh");
        await officer.OpenAsync(officer.Page.QuerySelectorAll("main a").Single(link => link.TextContent == "Nhập ngưỡng quy mô").GetAttribute("href")!);
        Assert.Contains("từ 300 thành viên, và doanh thu từ 50.000.000.000 đồng hoặc vốn từ 10.000.000.000 đồng", officer.Text, StringComparison.Ordinal);
        Assert.Null(officer.Page.QuerySelector("input[name='Rows[Agriculture-Large].Members'], input[name='Sources[Agriculture]']"));

        await officer.SubmitAsync(Form, Services);

        Assert.True(officer.Status == 302, officer.Text);
        await _house.App.RunAsync(SizesAnew.JobCode);
        var known = await _house.OfAsync("htx-an-binh");
        Assert.Equal((SizeClass.Medium, "113/2024/NĐ-CP", 2025), (known.Size, known.SizeRule, known.SizeYear));
        Assert.DoesNotContain("Nhập ngưỡng quy mô", (await officer.OpenAsync($"{RegistryHouse.Office}/htx-an-binh")).Text, StringComparison.Ordinal);

        // By the pages too, not only by the job of the night.
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-an-binh/so-lieu");
        await officer.SubmitAsync(Form, ("Input.Rows[0].OfficialMembers", "12"));
        Assert.Equal(SizeClass.Small, (await _house.OfAsync("htx-an-binh")).Size);

        await officer.OpenAsync(Address);
        Assert.Equal(Source, officer.Page.QuerySelector("input[name='Sources[Services]']")!.GetAttribute("value"));
        await officer.SubmitAsync(Form, [.. Services.Select(field => (field.Item1, ""))]);
        Assert.Equal(302, officer.Status);
        await _house.App.RunAsync(SizesAnew.JobCode);
        Assert.Equal(SizeClass.NoRule, (await _house.OfAsync("htx-an-binh")).Size);
    }

    [Theory]
    [InlineData("Rows[Services-Small].Capital", "", "Nhập đủ số thành viên, doanh thu và vốn")]
    [InlineData("Rows[Services-Medium].Members", "61", "không thể cao hơn ngưỡng của mức trên")]
    [InlineData("Rows[Industry-Medium].Members", "101", "không thể cao hơn ngưỡng của mức trên")]
    [InlineData("Rows[Services-Large].Revenue", "-1", "Doanh thu: “-1” không đúng")]
    [InlineData("Rows[Services-Large].Revenue", "99999999999999999999", "Còn 1 chỗ cần sửa")]
    [InlineData("Sources[Services]", " ", "Ghi các ngưỡng này lấy từ đâu")]
    public async Task Point_19_a_row_that_is_wrong_is_told_beside_its_field_and_nothing_is_saved(string field, string value, string sentence)
    {
        var officer = await _house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync(Address);
        (string, string)[] industry = field.Contains("Industry", StringComparison.Ordinal)
            ? [("Rows[Industry-Medium].Revenue", "1"), ("Rows[Industry-Medium].Capital", "1"), ("Sources[Industry]", Source)]
            : [];

        await officer.SubmitAsync(Form, [.. Services.Where(given => given.Item1 != field), .. industry, (field, value)]);

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Page.QuerySelector(".ps-errors")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(field == "Rows[Services-Large].Revenue" ? value : "30.000.000.000", officer.Page.QuerySelector("input[name='Rows[Services-Large].Revenue']")!.GetAttribute("value"));
        await _house.App.InDbAsync(async db => Assert.False(await db.Set<SizeBound>().AnyAsync()));
    }

    [Fact]
    public async Task Two_who_enter_thresholds_are_told_of_each_other_and_only_officers_do()
    {
        var (officer, slow) = (await _house.App.SignedInAsync(Role.DepartmentOfficer), await _house.App.SignedInAsync(Role.AllianceOfficer));
        await slow.OpenAsync(Address);
        await officer.OpenAsync(Address);
        await officer.SubmitAsync(Form, Services);

        await slow.SubmitAsync(Form, [.. Services.Where(field => !field.Item1.Contains("Large].Members", StringComparison.Ordinal)), ("Rows[Services-Large].Members", "70")]);

        Assert.Equal(409, slow.Status);
        Assert.Equal("70", slow.Page.QuerySelector("input[name='Rows[Services-Large].Members']")!.GetAttribute("value"));
        var director = await _house.App.SignedInAsync(Role.CooperativeDirector, "htx-long-binh");
        Assert.Contains((await director.OpenAsync(Address)).Status, new[] { 403, 404 });
    }
}
