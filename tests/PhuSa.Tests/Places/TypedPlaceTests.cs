using Microsoft.Extensions.DependencyInjection;
using PhuSa.Places.Contracts;

namespace PhuSa.Tests.Places;

/// <summary>Point 26: a unit is found by what people write, with the units above it and short words for its kind.</summary>
public class TypedPlaceTests(App app)
{
    [Theory]
    [InlineData("An Bình, Thoại Sơn", "xã An Bình, huyện Thoại Sơn, tỉnh An Giang")]
    [InlineData("xã An Bình, huyện Thoại Sơn, tỉnh An Giang", "xã An Bình, huyện Thoại Sơn, tỉnh An Giang")]
    [InlineData("x. An Bình; h. Thoại Sơn", "xã An Bình, huyện Thoại Sơn, tỉnh An Giang")]
    [InlineData("an binh thoai son", "xã An Bình, huyện Thoại Sơn, tỉnh An Giang")]
    [InlineData("xã An Bình huyện Thoại Sơn An Giang", "xã An Bình, huyện Thoại Sơn, tỉnh An Giang")]
    [InlineData("An Bình, An Giang", "xã An Bình, huyện Thoại Sơn, tỉnh An Giang")]
    [InlineData("TT Vĩnh Bình", "thị trấn Vĩnh Bình, huyện Châu Thành, tỉnh An Giang")]
    [InlineData("TT. Vĩnh Bình, H. Châu Thành", "thị trấn Vĩnh Bình, huyện Châu Thành, tỉnh An Giang")]
    [InlineData("X Vĩnh Bình", "xã Vĩnh Bình, tỉnh An Giang")]
    [InlineData("An Bình, Chợ Mới", "")]
    [InlineData("Thoại Sơn, An Bình", "")]
    [InlineData("An Phú Giang", "")]
    [InlineData(", ;", "")]
    public async Task Point_26_a_unit_is_named_with_those_above_it_and_a_short_word_for_its_kind(string typed, string found)
    {
        var names = (await AskAsync(places => places.SearchAsync(typed, CancellationToken.None))).Select(place => place.FullName).ToList();

        Assert.Equal(found.Length > 0, names.Count > 0);
        Assert.All(found.Length > 0 ? [found] : Array.Empty<string>(), name => Assert.Contains(name, names));
        Assert.DoesNotContain(names, name => typed.StartsWith("TT", StringComparison.Ordinal) && name.StartsWith("xã", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => typed.Contains("Thoại Sơn", StringComparison.OrdinalIgnoreCase) && !name.Contains("Thoại Sơn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Point_26_a_name_that_stands_whole_is_found_as_it_is_before_it_is_taken_apart()
    {
        var shared = await AskAsync(places => places.SearchAsync("An Bình", CancellationToken.None));

        Assert.Contains(shared, place => place.FullName.StartsWith("phường An Bình", StringComparison.Ordinal));
        Assert.Contains(shared, place => place.FullName.StartsWith("xã An Bình", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_lies_within_a_place_is_found_by_its_full_name_with_what_became_of_it()
    {
        var old = Assert.Single(await AskAsync(places => places.VersionsAsync("30692", CancellationToken.None)), place => place.ValidFrom is null);
        var within = await AskAsync(places => places.WithinAsync("xã An Bình, huyện Thoại Sơn", CancellationToken.None));
        var now = await AskAsync(places => places.SuccessorsAsync(old.Id, CancellationToken.None));

        Assert.Contains(old.Id, within);
        Assert.Contains(Assert.Single(now).Id, within);
        Assert.Contains(old.Id, (await AskAsync(places => places.EarlierAsync([now[0].Id], CancellationToken.None)))[now[0].Id].Select(place => place.Id));
    }

    private Task<T> AskAsync<T>(Func<IPlaces, Task<T>> question) => app.InScopeAsync(services => question(services.GetRequiredService<IPlaces>()));
}
