using Microsoft.Extensions.DependencyInjection;
using PhuSa.Places.Contracts;

namespace PhuSa.Tests.Places;

/// <summary>Point 26: the places that the samples' records stand in, all of them, from the old unit to the new one.</summary>
public class SeedPlaceTests(App app)
{
    private static readonly DateOnly Now = new(2026, 7, 1);

    [Theory]
    [InlineData("30628", "Xã Chợ Mới", "huyện Chợ Mới", "Thị trấn Chợ Mới", "Xã Kiến An", "Xã Kiến Thành")]
    [InlineData("30643", "Xã Cù Lao Giêng", "huyện Chợ Mới", "Xã Tấn Mỹ", "Xã Mỹ Hiệp", "Xã Bình Phước Xuân")]
    [InlineData("30688", "Xã Óc Eo", "huyện Thoại Sơn", "Thị Trấn Óc Eo", "Xã Vọng Thê", "Xã Vọng Đông")]
    [InlineData("30682", "Xã Thoại Sơn", "huyện Thoại Sơn", "Thị trấn Núi Sập", "Xã Thoại Giang", "Xã Bình Thành")]
    [InlineData("30691", "Xã Tây Phú", "huyện Thoại Sơn", "Xã An Bình", "Xã Mỹ Phú Đông", "Xã Tây Phú")]
    [InlineData("30607", "Xã Bình Hòa", "huyện Châu Thành", "Xã Bình Thạnh", "Xã An Hòa", "Xã Bình Hòa")]
    [InlineData("30604", "Xã Vĩnh An", "huyện Châu Thành", "Thị trấn Vĩnh Bình", "Xã Tân Phú", "Xã Vĩnh An")]
    [InlineData("31064", "Xã Vĩnh Bình", "huyện Vĩnh Thuận", "Xã Vĩnh Bình Bắc", "Xã Vĩnh Bình Nam", "Xã Bình Minh")]
    [InlineData("30341", "Xã Khánh Bình", "huyện An Phú", "Thị trấn Long Bình", "Xã Khánh An", "Xã Khánh Bình")]
    [InlineData("30337", "Xã An Phú", "huyện An Phú", "Thị trấn An Phú", "Xã Vĩnh Hội Đông")]
    public async Task Point_26_every_old_unit_of_a_seed_place_is_wholly_in_the_new_one(string code, string name, string district, params string[] olds)
    {
        foreach (var old in olds)
        {
            var present = await PresentAsync(old, district);
            var only = Assert.Single(present.Communes);
            Assert.Equal((old, true, code, name), (old, present.IsSure, only.Code, only.Name));
        }
    }

    [Theory]
    [InlineData("Xã Phú Hội", "Xã An Phú|Xã Nhơn Hội")]
    [InlineData("Xã Phước Hưng", "Xã An Phú|Xã Nhơn Hội|Xã Phú Hữu")]
    public async Task Point_26_of_a_unit_that_gave_only_a_part_a_person_says_which(string old, string communes)
    {
        var present = await PresentAsync(old, "huyện An Phú");

        Assert.Equal((false, communes), (present.IsSure, string.Join('|', present.Communes.Select(commune => commune.Name))));
    }

    [Fact]
    public async Task Point_26_the_town_of_Vĩnh_Bình_is_no_part_of_the_commune_of_that_name()
    {
        var town = Assert.Single((await PresentAsync("Thị trấn Vĩnh Bình", "huyện Châu Thành")).Communes);
        var commune = await AskAsync(places => places.FindAsync("31064", Now, CancellationToken.None));

        Assert.Equal("Xã Vĩnh Bình", commune!.Name);
        Assert.NotEqual(commune.Id, town.Id);
        Assert.DoesNotContain((await OldAsync("Thị trấn Vĩnh Bình", "huyện Châu Thành")).Id, await AskAsync(places => places.WithinAsync("xã Vĩnh Bình", CancellationToken.None)));
    }

    private async Task<PresentPlace> PresentAsync(string old, string district)
    {
        var unit = await OldAsync(old, district);
        return (await AskAsync(places => places.PresentAsync([unit.Id], Now, CancellationToken.None)))[unit.Id];
    }

    /// <summary>The one of this name in its district before 2025: names repeat, in other districts and after.</summary>
    private async Task<PlaceFact> OldAsync(string name, string district) =>
        Assert.Single(await AskAsync(places => places.SearchAsync(name, CancellationToken.None)), place => place.ValidFrom is null && string.Equals(place.Name, name, StringComparison.OrdinalIgnoreCase) && place.FullName.Contains(district, StringComparison.OrdinalIgnoreCase));

    private Task<T> AskAsync<T>(Func<IPlaces, Task<T>> question) => app.InScopeAsync(services => question(services.GetRequiredService<IPlaces>()));
}
