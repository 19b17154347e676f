using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Cooperatives;
using PhuSa.Tests.Identity;

namespace PhuSa.Tests.Web;

/// <summary>Numbers as a Vietnamese desk types them, and as a map gives them.</summary>
public sealed class DecimalTypingTests(RegistryHouse house) : IClassFixture<RegistryHouse>
{
    private const string Form = "main form[method=post]";

    [Theory]
    [InlineData("10.386512", "105.435120", 302)]
    [InlineData("10,5", "105,5", 302)]
    [InlineData("10.5", "105,5", 302)]
    [InlineData("10.386", "105.435", 422)]
    [InlineData("10.38,6", "105,4", 422)]
    [InlineData("10.", "105", 422)]
    public async Task A_point_of_a_map_may_have_its_decimals_behind_a_dot_where_that_can_be_read_in_one_way(string north, string east, int status)
    {
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-kien-an-cho-moi/lien-he");

        await officer.SubmitAsync(Form, ("Input.Latitude", north), ("Input.Longitude", east));

        Assert.Equal(status, officer.Status);
    }

    [Fact]
    public async Task Members_are_counted_with_a_dot_before_the_thousands_too()
    {
        await house.ChangeAsync("htx-kien-an-cho-moi", (db, c) => db.Add(new CooperativeYear(Guid.CreateVersion7(), c.Id, 2025)));
        var officer = await house.App.SignedInAsync(Role.DepartmentOfficer);
        await officer.OpenAsync($"{RegistryHouse.Office}/htx-kien-an-cho-moi/so-lieu");

        await officer.SubmitAsync(Form, ("Input.Rows[0].OfficialMembers", "2.500"));

        Assert.True(officer.Status == 302, officer.Text);
        Assert.Contains("2.500", (await officer.OpenAsync($"{RegistryHouse.Office}/htx-kien-an-cho-moi")).Text, StringComparison.Ordinal);
    }
}
