using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Places.Contracts;
using PhuSa.Places.Places;
using PhuSa.Tests.Organisations;

namespace PhuSa.Tests.Places;

public class PlaceTests(App app)
{
    private const string Header = "code,valid_from,valid_to,level,name,parent";
    private static readonly DateOnly Before = new(2020, 7, 9);
    private static readonly DateOnly After = new(2025, 7, 1);

    [Theory]
    [InlineData("30628", "Thị trấn Chợ Mới", "30628", "Xã Chợ Mới")]
    [InlineData("30688", "Thị Trấn Óc Eo", "30688", "Xã Óc Eo")]
    [InlineData("30682", "Thị trấn Núi Sập", "30682", "Xã Thoại Sơn")]
    [InlineData("30692", "Xã An Bình", "30691", "Xã Tây Phú")]
    [InlineData("30604", "Thị trấn Vĩnh Bình", "30604", "Xã Vĩnh An")]
    [InlineData("30341", "Thị trấn Long Bình", "30341", "Xã Khánh Bình")]
    [InlineData("30337", "Thị trấn An Phú", "30337", "Xã An Phú")]
    [InlineData("30643", "Xã Tấn Mỹ", "30643", "Xã Cù Lao Giêng")]
    public async Task Point_26_an_old_unit_of_the_samples_leads_to_its_new_one(string oldCode, string oldName, string newCode, string newName)
    {
        var old = await AskAsync(places => places.FindAsync(oldCode, Before, CancellationToken.None));
        var successors = await AskAsync(places => places.SuccessorsAsync(old!.Id, CancellationToken.None));

        Assert.Equal(oldName, old!.Name, ignoreCase: true);
        var now = Assert.Single(successors);
        Assert.Equal((newCode, newName), (now.Code, now.Name));
        Assert.Equal(After, now.ValidFrom);
    }

    [Theory]
    [InlineData("Xã Bình Thạnh", "Xã Bình Hòa")]
    [InlineData("Xã Bình Phước Xuân", "Xã Cù Lao Giêng")]
    public async Task Point_26_an_old_commune_found_by_name_leads_to_its_new_one(string oldName, string newName)
    {
        var hits = await AskAsync(places => places.SearchAsync(oldName, CancellationToken.None));
        var successions = await AskAsync(places => places.SuccessionsAsync(hits.Select(hit => hit.Id), CancellationToken.None));

        Assert.Contains(hits, hit => hit.Name == oldName && successions[hit.Id].Only?.Name == newName);
    }

    [Fact]
    public async Task Point_26_a_code_alone_is_ambiguous_and_a_code_with_a_day_is_not()
    {
        var versions = await AskAsync(places => places.VersionsAsync("30604", CancellationToken.None));

        Assert.Equal(["Thị trấn Vĩnh Bình", "Xã Vĩnh An"], versions.Select(place => place.Name));
        Assert.Equal("Thị trấn Vĩnh Bình", (await AskAsync(places => places.FindAsync("30604", new DateOnly(2025, 6, 30), CancellationToken.None)))!.Name);
        Assert.Equal("Xã Vĩnh An", (await AskAsync(places => places.FindAsync("30604", After, CancellationToken.None)))!.Name);
        Assert.Equal("Tỉnh Kiên Giang", (await AskAsync(places => places.FindAsync("91", Before, CancellationToken.None)))!.Name);
    }

    [Fact]
    public async Task Point_26_units_of_one_name_are_not_confused()
    {
        var town = await AskAsync(places => places.FindAsync("30604", Before, CancellationToken.None));
        var commune = await AskAsync(places => places.FindAsync("31064", After, CancellationToken.None));

        Assert.Equal("thị trấn Vĩnh Bình, huyện Châu Thành, tỉnh An Giang", town!.FullName);
        Assert.Equal("xã Vĩnh Bình, tỉnh An Giang", commune!.FullName);
        Assert.DoesNotContain(await AskAsync(places => places.SuccessorsAsync(town.Id, CancellationToken.None)), place => place.Id == commune.Id);
    }

    [Theory]
    [InlineData("30355", 2)]
    [InlineData("30358", 3)]
    [InlineData("30334", 2)]
    public async Task Point_26_a_split_unit_asks_a_person(string code, int successors)
    {
        var old = await AskAsync(places => places.FindAsync(code, Before, CancellationToken.None));
        var succession = (await AskAsync(places => places.SuccessionsAsync([old!.Id], CancellationToken.None)))[old!.Id];

        Assert.True(succession.WasSplit);
        Assert.Null(succession.Only);
        Assert.Equal(successors, succession.Successors.Count);
    }

    [Theory]
    [InlineData("Hòa An")]
    [InlineData("Hoà An")]
    [InlineData("hoa an")]
    [InlineData("HOÀ AN")]
    public async Task Point_26_search_finds_a_name_however_it_is_marked(string typed) =>
        Assert.Contains(await AskAsync(places => places.SearchAsync(typed, CancellationToken.None)), place => place.Name == "Xã Hòa An");

    [Theory]
    [InlineData("30692", "2026-07-01", true, "Xã Tây Phú")]
    [InlineData("30692", "2020-01-01", true, "Xã An Bình")]
    [InlineData("30355", "2026-07-01", false, "Xã An Phú|Xã Nhơn Hội")]
    [InlineData("892", "2026-07-01", false, "")]
    public async Task Point_26_a_unit_is_in_the_communes_of_the_day_and_a_divided_one_in_none_for_sure(string code, string day, bool sure, string communes)
    {
        var unit = (await AskAsync(places => places.FindAsync(code, Before, CancellationToken.None)))!;
        var present = (await AskAsync(places => places.PresentAsync([unit.Id], DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), CancellationToken.None)))[unit.Id];

        Assert.Equal((sure, communes), (present.IsSure, string.Join('|', present.Communes.Select(commune => commune.Name))));
    }

    [Fact]
    public async Task Search_without_a_word_finds_nothing() =>
        Assert.Empty(await AskAsync(places => places.SearchAsync(" – ", CancellationToken.None)));

    [Fact]
    public async Task The_samples_hold_every_unit_before_and_after_2025()
    {
        await app.InDbAsync(async db =>
        {
            var communes = db.Set<Place>().Where(place => place.Level == PlaceLevel.Commune);
            Assert.Equal(298, await communes.CountAsync(place => place.ValidFrom == null));
            Assert.Equal(102, await communes.CountAsync(place => place.ValidFrom == After && place.ValidTo == null));
        });
    }

    [Fact]
    public async Task A_first_day_is_one_key_however_it_is_written()
    {
        await using var own = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(("places", $"{Header}\n01,,2025-06-30,province,Tỉnh Một,\n01,2025-07-01,,province,Tỉnh Mới,\n"));
        Assert.Empty((await own.ImportAsync(folder.Path)).Errors);
        folder.Put("places", $"{Header}\n01,01/07/2025,,province,Tỉnh Mới,\n02,01/07/2025,,commune,Xã Hai,01@2025-07-01\n");

        var second = await own.ImportAsync(folder.Path);

        Assert.Empty(second.Errors);
        Assert.Equal((1, 0), (second.Created, second.Changed));
        folder.Put("places", $"{Header}\n01,01/07/2025,,province,Tỉnh Mới,\n01,2025-07-01,,province,Tỉnh Khác,\n");
        Assert.Contains("trùng khoá với dòng 2", Assert.Single((await own.ImportAsync(folder.Path)).Errors).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_and_first_day_are_unique_in_the_database_even_without_a_first_day()
    {
        await using var own = await App.StartAsync(empty: true);
        await own.InDbAsync(async db =>
        {
            await InsertAsync(db);
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => InsertAsync(db));
        });

        static Task InsertAsync(DbContext db) => db.Database.ExecuteSqlAsync(
            $"INSERT INTO places (id, code, version_key, level, name, search_text, version) VALUES ({Guid.CreateVersion7(App.Start)}, '01', '', 'Province', 'x', 'x', 0)");
    }

    [Fact]
    public async Task Wrong_rows_are_refused_with_what_to_do()
    {
        await using var own = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(("places", $"{Header}\n01,31/02/2025,,province,Tỉnh Một,\n02,2025-07-01,2025-06-30,province,Tỉnh Hai,\n03,,,commune,Xã Ba,99\n"));

        var errors = (await own.ImportAsync(folder.Path)).Errors;

        Assert.Equal([(2, "valid_from"), (3, "valid_to"), (4, "parent")], errors.Select(error => (error.Line, error.Column!)));
    }

    [Fact]
    public async Task Point_26_a_code_names_one_unit_on_each_day()
    {
        await using var own = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(("places", $"{Header}\n01,,,province,Tỉnh Một,\n01,2025-07-01,,province,Tỉnh Mới,\n"));

        var error = Assert.Single((await own.ImportAsync(folder.Path)).Errors);

        Assert.Equal((3, "valid_from"), (error.Line, error.Column));
        Assert.Contains("còn là “Tỉnh Một” vào ngày này", error.Problem, StringComparison.Ordinal);
        folder.Put("places", $"{Header}\n01,2025-07-01,,province,Tỉnh Mới,\n01,,2025-06-30,province,Tỉnh Một,\n");
        Assert.Empty((await own.ImportAsync(folder.Path)).Errors);
    }

    /// <summary>
    /// Một is divided and joined again; Hai is divided, and of one part nothing more is known; Ba gives a part away and stays; Bốn is to be joined next year;
    /// of Năm only one part is recorded.
    /// </summary>
    [Theory]
    [InlineData("101", "2026-07-01", true, "Xã Chung", "")]
    [InlineData("101", "2025-08-01", false, "Xã Một Đông|Xã Một Tây", "")]
    [InlineData("102", "2026-07-01", false, "Xã Hai Đông", "")]
    [InlineData("103", "2026-07-01", false, "Xã Ba|Xã Láng", "Xã Ba|Xã Láng")]
    [InlineData("104", "2026-07-01", true, "Xã Bốn", "")]
    [InlineData("104", "2099-01-01", true, "Xã Mai Sau", "")]
    [InlineData("105", "2026-07-01", false, "Xã Chung", "Xã Chung")]
    public async Task Point_26_over_several_changes_parts_that_are_joined_again_are_one_and_what_is_not_yet_in_force_changes_nothing(string code, string day, bool sure, string communes, string choices)
    {
        await using var own = await App.StartAsync(empty: true);
        using var folder = ImportFolder.With(
            ("places", $"{Header}\n"
                + "101,,2025-06-30,commune,Xã Một,\n102,,2025-06-30,commune,Xã Hai,\n103,,,commune,Xã Ba,\n104,,2098-12-31,commune,Xã Bốn,\n105,,2025-06-30,commune,Xã Năm,\n106,,,commune,Xã Láng,\n"
                + "101,2025-07-01,2025-12-31,commune,Xã Một Đông,\n111,2025-07-01,2025-12-31,commune,Xã Một Tây,\n102,2025-07-01,,commune,Xã Hai Đông,\n112,2025-07-01,2025-12-31,commune,Xã Hai Tây,\n101,2026-01-01,,commune,Xã Chung,\n104,2099-01-01,,commune,Xã Mai Sau,\n"),
            ("place-changes", "old,new,split,resolution\n101,101@2025-07-01,có,\n101,111@2025-07-01,có,\n101@2025-07-01,101@2026-01-01,,\n111@2025-07-01,101@2026-01-01,,\n"
                + "102,102@2025-07-01,có,\n102,112@2025-07-01,có,\n103,106,có,\n104,104@2099-01-01,,\n105,101@2026-01-01,có,\n"));
        Assert.Empty((await own.ImportAsync(folder.Path)).Errors);

        var (present, became) = await own.InScopeAsync(async services =>
        {
            var places = services.GetRequiredService<IPlaces>();
            var id = (await places.VersionsAsync(code, CancellationToken.None))[0].Id;
            return ((await places.PresentAsync([id], DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), CancellationToken.None))[id], (await places.SuccessionsAsync([id], CancellationToken.None))[id]);
        });

        Assert.Equal((sure, communes), (present.IsSure, string.Join('|', present.Communes.Select(commune => commune.Name))));
        Assert.Equal((choices.Length > 0 || code == "102", code == "101" ? "Xã Chung" : null), (became.WasSplit, became.Only?.Name));
        Assert.True(choices.Length == 0 || choices == string.Join('|', became.Successors.Select(unit => unit.Name)));
    }

    private Task<T> AskAsync<T>(Func<IPlaces, Task<T>> question) => app.InScopeAsync(services => question(services.GetRequiredService<IPlaces>()));
}
