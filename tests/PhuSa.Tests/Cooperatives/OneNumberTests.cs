using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Tests.Cooperatives.Ocop;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Cooperatives;

/// <summary>A registration number is of one file, and a code is of one page, whoever writes and however.</summary>
public sealed class OneNumberTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Office = RegistryHouse.Office;
    private const string Form = "main form[method=post]";
    private const string Header = "code,name,short_name,display_name,registration_number,founded,place_text,place,source\n";
    private readonly App _app = house.App;

    [Fact]
    public async Task Under_parallel_officers_one_number_is_given_to_one_new_file_and_the_others_are_told_whose_it_is()
    {
        var officers = new List<Visitor>();
        for (var i = 0; i < 6; i++)
        {
            officers.Add(await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{Office}/moi"));
        }

        string[] names = ["Ánh Dương", "Bình Minh", "Cửu Long", "Đồng Xanh", "Hoa Sen", "Kim Ngân"];
        await Task.WhenAll(officers.Select((officer, i) => officer.SubmitAsync(Form, ("Input.Name", $"HTX {names[i]}"), ("Input.Number", i % 2 == 0 ? "1677 000 001" : "1677000001"))));

        Assert.Equal(1, officers.Count(officer => officer.Status == 302));
        Assert.All(officers.Where(officer => officer.Status != 302), officer => Assert.Contains(officer.Status, (int[])[409, 422]));
        Assert.All(officers.Where(officer => officer.Status != 302), officer => Assert.Contains("Số này đang ghi ở hồ sơ htx-", officer.Text, StringComparison.Ordinal));
        await _app.InDbAsync(async db => Assert.Equal(1, await db.Set<Cooperative>().CountAsync(c => c.NumberHeld == "1677000001")));
    }

    [Fact]
    public async Task Under_parallel_officers_one_number_is_given_to_one_of_two_files_and_the_other_officer_is_told_whose_it_is()
    {
        string[] codes = ["htx-vinh-thang", "htx-ben-ba-chi"];
        var officers = new List<Visitor>();
        foreach (var code in codes)
        {
            officers.Add(await (await _app.SignedInAsync(Role.DepartmentOfficer)).OpenAsync($"{Office}/{code}/dang-ky"));
        }

        await Task.WhenAll(officers.Select(officer => officer.SubmitAsync(Form, ("Input.Number", "1677-000-002"))));

        var slow = Assert.Single(officers, officer => officer.Status != 302);
        Assert.Contains(slow.Status, (int[])[409, 422]);
        Assert.Contains("Số này đang ghi ở hồ sơ htx-", slow.ErrorFor("Input.Number"), StringComparison.Ordinal);
        Assert.Equal("1677-000-002", slow.Page.QuerySelector("[name='Input.Number']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_database_refuses_a_number_that_another_file_holds_and_frees_it_when_that_one_gives_it_up()
    {
        await NumberAsync("htx-an-binh", "1677000003");

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => NumberAsync("htx-binh-phuoc-xuan", "1677.000.003"));

        await NumberAsync("htx-an-binh", null);
        await NumberAsync("htx-binh-phuoc-xuan", "1677.000.003");
        await NumberAsync("htx-binh-phuoc-xuan", null);
    }

    [Fact]
    public async Task Two_files_that_have_one_number_from_before_keep_it_and_may_still_be_edited()
    {
        await NumberAsync("htx-binh-thanh", "1677000004");
        await house.ChangeAsync("htx-binh-thanh", (db, c) => db.Entry(c).Property(file => file.NumberHeld).CurrentValue = null);
        await NumberAsync("htx-vinh-binh", "1677000004");

        await house.ChangeAsync("htx-binh-thanh", (_, c) => c.Register(new Registration(null, "1677 000004", [], RecordTime.Unknown, "Phòng Tài chính – Kế hoạch", null, null, c.Source)));

        Assert.Equal((null, "1677000004"), ((await house.OfAsync("htx-binh-thanh")).NumberHeld, (await house.OfAsync("htx-vinh-binh")).NumberHeld));
    }

    [Fact]
    public async Task A_table_gives_no_file_a_number_that_another_has_and_leaves_alone_those_that_have_it()
    {
        await using var own = await App.StartAsync();
        using var first = ImportFolder.With(("cooperatives", Header + "mot,HTX Một,,,1677000005,,,,\n"));
        Assert.Empty((await own.ImportAsync(first.Path)).Errors);

        using var second = ImportFolder.With(("cooperatives", Header + "mot,HTX Một,,,1677000005,,,,\nhai,HTX Hai,,,1677 000 005,,,,\nba,HTX Ba,,,1677000006,,,,\nbon,HTX Bốn,,,1677.000.006,,,,\n"));
        var errors = (await own.ImportAsync(second.Path)).Errors;

        Assert.Equal([3, 4, 5], errors.Select(error => error.Line).Order());
        Assert.Contains("“mot”", errors.Single(error => error.Line == 3).Problem, StringComparison.Ordinal);
        using var moved = ImportFolder.With(("cooperatives", Header + "mot,HTX Một,,,,,,,\nhai,HTX Hai,,,1677 000 005,,,,\n"));
        Assert.Empty((await own.ImportAsync(moved.Path)).Errors);
    }

    [Fact]
    public async Task Tables_that_come_in_at_once_give_one_number_once_and_who_is_late_is_told()
    {
        await using var own = await App.StartAsync();
        var folders = Enumerable.Range(0, 3).Select(i => ImportFolder.With(("cooperatives", Header + $"cung-luc-{i},HTX Cùng Lúc {i},,,1677000009,,,,\n"))).ToList();

        var results = await Task.WhenAll(folders.Select(folder => own.ImportAsync(folder.Path)));

        folders.ForEach(folder => folder.Dispose());
        Assert.Equal(1, results.Count(result => !result.Failed));
        Assert.All(results.Where(result => result.Failed), result => Assert.Matches("vừa được người khác ghi|số này đang ghi ở hồ sơ", Assert.Single(result.Errors).Problem));
    }

    [Theory]
    [InlineData("bao-cao.csv")]
    [InlineData("theo-dia-ban.xlsx")]
    public async Task A_table_gives_no_cooperative_the_address_of_a_file_and_a_code_with_a_dot_is_reached(string reserved)
    {
        await using var own = await App.StartAsync();
        using var refused = ImportFolder.With(("cooperatives", Header + $"{reserved},HTX Có Chấm,,,,,,,\n"));
        Assert.Contains("là địa chỉ của một trang khác", Assert.Single((await own.ImportAsync(refused.Path)).Errors).Problem, StringComparison.Ordinal);

        using var folder = ImportFolder.With(("cooperatives", Header + "danh-sach.csv,HTX Có Chấm,,,,,,,\n"));
        Assert.Empty((await own.ImportAsync(folder.Path)).Errors);
        var officer = await own.SignedInAsync(Role.DepartmentOfficer);
        foreach (var address in new[] { $"{Office}/danh-sach.csv", $"{Office}/danh-sach.csv/dang-ky", "/hop-tac-xa/danh-sach.csv" })
        {
            Assert.Contains("HTX Có Chấm", (await officer.OpenAsync(address)).Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.Equal(200, officer.Status);
        }
    }

    private Task<bool> NumberAsync(string code, string? number) =>
        house.ChangeAsync(code, (_, c) => c.Register(new Registration(null, number, [], RecordTime.Unknown, null, null, null, c.Source)));
}
