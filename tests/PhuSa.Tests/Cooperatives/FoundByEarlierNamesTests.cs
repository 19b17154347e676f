using Microsoft.Extensions.DependencyInjection;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Point 26: the index of the site and of the office knows a cooperative by the old names of its place and by those of files merged into its own.</summary>
public sealed class FoundByEarlierNamesTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    [Fact]
    public async Task Point_26_a_file_in_a_unit_of_today_is_found_by_the_units_that_it_came_of()
    {
        var unit = await house.App.InScopeAsync(async services => (await services.GetRequiredService<IPlaces>().VersionsAsync("30691", CancellationToken.None)).Single(place => place.ValidFrom is not null));
        await house.ChangeAsync("htx-vinh-thang", (_, c) => c.Settle("xã Tây Phú", unit.Id, c.Source));

        var body = await BodyAsync("htx-vinh-thang");

        Assert.Contains("xã Tây Phú, tỉnh An Giang", body, StringComparison.Ordinal);
        Assert.Contains("xã An Bình, huyện Thoại Sơn, tỉnh An Giang", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_found_by_the_names_of_the_one_that_was_merged_into_it()
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-binh-thanh/gop?voi=htx-ben-ba-chi");
        await officer.SubmitAsync("main form[method=post]", ("Input.Why", "Một hợp tác xã"));
        Assert.Equal(302, officer.Status);

        var body = await BodyAsync("htx-binh-thanh");

        Assert.Contains("Hợp tác xã làm vườn bến Bà Chi", body, StringComparison.Ordinal);
        Assert.Contains("HTX bến Bà Chi", body, StringComparison.Ordinal);
    }

    private Task<string> BodyAsync(string code) => house.ReadAsync(code, (_, c) => house.App.InScopeAsync(async services =>
        Assert.Single(await services.GetServices<ISearchSource>().Single(source => source.Kind == "hop-tac-xa").ReadAsync([c.Id], CancellationToken.None)).Body));
}
