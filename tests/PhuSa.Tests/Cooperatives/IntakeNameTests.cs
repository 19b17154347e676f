using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>What a desk calls a cooperative is no new name of it: a name changes by a paper, or where a person said that the table has the official ones.</summary>
public sealed class IntakeNameTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    [Theory]
    [InlineData("HTX NN Hoà Lộc Một")]
    [InlineData("HTX NÔNG NGHIỆP HÒA LỘC MỘT")]
    [InlineData("Hợp tác xã nông nghiệp Hòa Lộc  Một")]
    [InlineData("htx nong nghiep hoa loc mot")]
    public async Task Another_spelling_in_a_table_renames_nothing_also_where_the_names_are_official(string written)
    {
        await OpenAsync("HTX Nông nghiệp Hòa Lộc Một", "1688000001");
        foreach (var official in new[] { "false", "true" })
        {
            var officer = await house.App.LookedOverAsync($"Tên,Số đăng ký,Ngành nghề\n{written},1688000001,Trồng xoài {official} {written.Length}\n", ("Input.NamesAreOfficial", official));
            Assert.Equal("0 1 0 0 0", IntakeHouse.Counts(officer));
            Assert.DoesNotContain("Tên khác với sổ, không đổi", officer.Text, StringComparison.Ordinal);
            await house.App.TakenInAsync(officer);
        }

        Assert.Equal("HTX Nông nghiệp Hòa Lộc Một", await NameAsync("1688000001"));
        Assert.Empty(await FormerAsync("1688000001"));
    }

    [Fact]
    public async Task Another_name_is_told_in_the_preview_and_renames_only_where_a_person_said_that_the_names_are_official()
    {
        const string Csv = "Tên,MST,Ngành nghề\nHTX Thuỷ sản Tên Mới,1688000002,Nuôi cá\n";
        await OpenAsync("HTX Thủy sản Tên Trước", "1688000002");
        var officer = await house.App.LookedOverAsync(Csv);
        Assert.Contains("Tên khác với sổ, không đổi", officer.Text, StringComparison.Ordinal);
        Assert.Contains(officer.Page.QuerySelectorAll("main td"), cell => cell.TextContent.Contains("HTX Thuỷ sản Tên Mới", StringComparison.Ordinal));
        await house.App.TakenInAsync(officer);
        Assert.Equal("HTX Thủy sản Tên Trước", await NameAsync("1688000002"));

        officer = await house.App.LookedOverAsync(Csv, ("Input.NamesAreOfficial", "true"), ("Input.KeepAs", "Bảng tên chính thức"));
        Assert.Equal("0 1 0 0 0", IntakeHouse.Counts(officer));
        Assert.DoesNotContain("Tên khác với sổ, không đổi", officer.Text, StringComparison.Ordinal);
        await house.App.TakenInAsync(officer);

        Assert.Equal("HTX Thuỷ sản Tên Mới", await NameAsync("1688000002"));
        Assert.Equal(("HTX Thủy sản Tên Trước", "danh-sach.csv"), Assert.Single(await FormerAsync("1688000002")));

        // What was said of one table is not said of the next, though it is read in the same way.
        officer = await house.App.HandInAsync("Tên,MST,Ngành nghề\nHTX Thủy sản Tên Trước,1688000002,Nuôi cá\n");
        Assert.DoesNotContain("/cot", officer.Path, StringComparison.Ordinal);
        Assert.Equal("0 0 1 0 0", IntakeHouse.Counts(officer));
        Assert.Contains("Tên khác với sổ, không đổi", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_who_renames_says_by_which_paper_or_why()
    {
        await OpenAsync("HTX Không Giấy Tờ", "1688000003");
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-khong-giay-to/dang-ky");
        await officer.SubmitAsync(IntakeHouse.Form, ("Input.Name", "HTX Không Giấy Tờ Mới"), ("Input.NameOn", "2026-05-01"));

        Assert.Equal(422, officer.Status);
        Assert.Equal("Ghi giấy tờ hoặc lý do đổi tên", officer.ErrorFor("Input.NameSource"));
        Assert.Equal("HTX Không Giấy Tờ", await NameAsync("1688000003"));

        await officer.SubmitAsync(IntakeHouse.Form, ("Input.NameSource", "Giấy chứng nhận lần 2"));
        Assert.Equal(302, officer.Status);
        Assert.Equal(("HTX Không Giấy Tờ", "Giấy chứng nhận lần 2"), Assert.Single(await FormerAsync("1688000003")));
    }

    private async Task OpenAsync(string name, string number)
    {
        var officer = await house.App.LookedOverAsync($"Tên,Số đăng ký,Điện thoại\n{name},{number},\n");
        if (IntakeHouse.Counts(officer).StartsWith('1'))
        {
            await house.App.TakenInAsync(officer);
        }
    }

    private Task<string> NameAsync(string number) => ReadAsync(number, organisations => organisations.Select(o => o.Name).SingleAsync());

    private Task<List<(string Name, string? Source)>> FormerAsync(string number) =>
        ReadAsync(number, async organisations => (await organisations.SelectMany(o => o.FormerNames).ToListAsync()).ConvertAll(former => (former.Name, former.Source)));

    private async Task<T> ReadAsync<T>(string number, Func<IQueryable<Organisation>, Task<T>> read)
    {
        T told = default!;
        await house.App.InDbAsync(async db =>
        {
            var id = await db.Set<PhuSa.Cooperatives.Registry.Cooperative>().Where(c => c.RegistrationNumber == number).Select(c => c.Id).SingleAsync();
            told = await read(db.Set<Organisation>().AsNoTracking().Where(o => o.Id == id));
        });
        return told;
    }
}
