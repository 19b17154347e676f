using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Places.Places;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Places;

/// <summary>Administrative units in the office: looked up by old and new names, and brought up to date by an officer.</summary>
public sealed class PlaceOfficeTests(PlaceOfficeTests.House house) : IClassFixture<PlaceOfficeTests.House>
{
    private const string Address = "/quan-tri/dia-ban";
    private const string Upload = "main form[method=post]";

    [Theory]
    [InlineData("vinh binh", "thị trấn Vĩnh Bình, huyện Châu Thành, tỉnh An Giang", "Xã Vĩnh An")]
    [InlineData("OC EO", "thị Trấn Óc Eo, huyện Thoại Sơn, tỉnh An Giang", "Xã Óc Eo")]
    [InlineData("Bình Hoà", "xã Bình Hòa, huyện Châu Thành, tỉnh An Giang", "Xã Bình Hòa")]
    [InlineData("An Bình, Thoại Sơn", "xã An Bình, huyện Thoại Sơn, tỉnh An Giang", "Xã Tây Phú")]
    [InlineData("TT Vĩnh Bình", "thị trấn Vĩnh Bình, huyện Châu Thành, tỉnh An Giang", "Xã Vĩnh An")]
    [InlineData("30691", "xã Tây Phú, huyện Thoại Sơn, tỉnh An Giang", "Xã Tây Phú")]
    public async Task Point_26_an_officer_finds_a_unit_by_any_spelling_or_code_and_sees_what_it_is_now(string asked, string old, string now)
    {
        var officer = await house.App.SignedInAsync(Role.AllianceOfficer);

        await officer.OpenAsync($"{Address}?tim={Uri.EscapeDataString(asked)}");

        var row = officer.Page.QuerySelectorAll("tbody tr").First(tr => tr.QuerySelector("th")!.TextContent.Trim().Equals(old, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(now, row.QuerySelectorAll("td")[2].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Point_26_a_town_and_a_commune_of_one_name_stay_apart()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Address}?tim=V%C4%A9nh+B%C3%ACnh&con=1");

        var names = officer.Page.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()).ToList();

        Assert.Contains("xã Vĩnh Bình, tỉnh An Giang", names);
        Assert.DoesNotContain(names, name => name.StartsWith("thị trấn", StringComparison.OrdinalIgnoreCase));
        await officer.OpenAsync($"{Address}?tim=30604");
        Assert.Equal(2, officer.Page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Point_26_a_split_unit_says_that_a_person_has_to_choose()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var split = await house.App.InScopeAsync(async services =>
            await services.GetRequiredService<AppDbContext>().Set<Place>().Where(p => p.Name == "Xã Phú Hội" && p.ValidFrom == null).Select(p => p.Id).SingleAsync());

        await officer.OpenAsync($"{Address}/{split}");

        Assert.Contains("người biết nơi đó phải chọn", officer.Text, StringComparison.Ordinal);
        Assert.Contains("một phần", officer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{Address}?trang=0"), InlineData($"{Address}?trang=x"), InlineData($"{Address}?trang=9999"), InlineData($"{Address}/00000000-0000-0000-0000-000000000001")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);

        Assert.Equal(404, (await officer.OpenAsync(address)).Status);
    }

    [Fact]
    public async Task An_officer_checks_a_table_and_nothing_is_written_then_writes_it_and_the_journal_knows_who()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        var table = Encoding.UTF8.GetBytes("code,valid_from,valid_to,level,name,parent\n99901,2027-01-01,,commune,Xã Thử Nghiệm,91@2025-07-01\n");

        await officer.OpenAsync($"{Address}/cap-nhat");
        await officer.UploadAsync(Upload, "Input.Units", table, "dia-ban.csv");
        Assert.Contains("Kiểm tra xong, chưa ghi gì", officer.Text, StringComparison.Ordinal);
        Assert.False(await HasAsync("99901"));

        await officer.OpenAsync($"{Address}/cap-nhat");
        officer.Page.QuerySelector("#Input_OnlyCheck")!.RemoveAttribute("checked");
        await officer.UploadAsync(Upload, "Input.Units", table, "dia-ban.csv");

        Assert.Contains("Đã cập nhật danh mục", officer.Text, StringComparison.Ordinal);
        Assert.True(await HasAsync("99901"));
        Assert.True(await house.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<JournalEntry>().AnyAsync(entry => entry.Title == "Xã Thử Nghiệm" && entry.PersonId != null)));
    }

    [Fact]
    public async Task A_wrong_table_is_told_line_by_line_and_nothing_is_written()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Address}/cap-nhat");
        officer.Page.QuerySelector("#Input_OnlyCheck")!.RemoveAttribute("checked");

        await officer.UploadAsync(Upload, "Input.Units", Encoding.UTF8.GetBytes("code,valid_from,valid_to,level,name,parent\n99902,2027-01-01,2026-01-01,commune,Xã Một,91@2025-07-01\n99903,,,làng,Xã Hai,khong-co\n"), "a.csv");

        Assert.Equal(422, officer.Status);
        Assert.Contains("places.csv, dòng 2, cột valid_to", officer.Text, StringComparison.Ordinal);
        Assert.Contains("places.csv, dòng 3", officer.Text, StringComparison.Ordinal);
        Assert.False(await HasAsync("99902"));
    }

    [Theory]
    [InlineData("", "", "Chọn ít nhất một tệp")]
    [InlineData("x", "danh-muc.pdf", "Chỉ nhận tệp .csv hoặc .xlsx")]
    public async Task What_is_no_table_is_refused_in_a_sentence(string content, string name, string sentence)
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{Address}/cap-nhat");

        await officer.UploadAsync(Upload, "Input.Units", Encoding.UTF8.GetBytes(content), name);

        Assert.Equal(422, officer.Status);
        Assert.Contains(sentence, officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_read_is_not_let_to_the_update()
    {
        var leader = await house.App.SignedInAsync(Role.DepartmentLeader);

        Assert.Equal(200, (await leader.OpenAsync(Address)).Status);
        Assert.Null(leader.Page.QuerySelector($"a[href='{Address}/cap-nhat']"));
        Assert.Equal(403, (await leader.OpenAsync($"{Address}/cap-nhat")).Status);
    }

    private Task<bool> HasAsync(string code) => house.App.InScopeAsync(services => services.GetRequiredService<AppDbContext>().Set<Place>().AnyAsync(p => p.Code == code));

    public sealed class House : IAsyncLifetime
    {
        public App App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await App.StartAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
