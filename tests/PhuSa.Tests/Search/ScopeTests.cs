using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;

namespace PhuSa.Tests.Search;

/// <summary>Who finds what, where and when.</summary>
public sealed class ScopeTests(TestIndex index) : IClassFixture<TestIndex>
{
    private static readonly Right Read = new("records.read", "Xem");
    private static readonly Right Other = new("records.rea", "Khác");
    private static readonly Guid Mine = new("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Theirs = new("22222222-2222-2222-2222-222222222222");

    [Fact]
    public void A_reader_finds_what_is_public_and_nothing_else()
    {
        using var file = index.Make([TestIndex.Of(1, "Hồ sơ"), TestIndex.Of(2, "Hồ sơ") with { IsPublic = false, Office = new(Read, Mine) }]);

        Assert.Equal([1], TestIndex.Find(file, "hồ sơ"));
    }

    [Fact]
    public void A_person_finds_their_organisations_records_and_what_their_rights_show()
    {
        using var file = index.Make(
        [
            TestIndex.Of(1, "Hồ sơ") with { IsPublic = false, Office = new(Read, Mine) },
            TestIndex.Of(2, "Hồ sơ") with { IsPublic = false, Office = new(Read, Theirs) },
            TestIndex.Of(3, "Hồ sơ"),
            TestIndex.Of(4, "Hồ sơ") with { Office = new(Other) },
        ]);

        Assert.Equal([1], TestIndex.Find(file, "hồ sơ", scope: TestIndex.Everyone with { Rights = [], OrganisationId = Mine }));
        Assert.Equal([2, 1], TestIndex.Find(file, "hồ sơ", scope: TestIndex.Everyone with { Rights = [Read.Code] }));
        Assert.Equal([4, 1], TestIndex.Find(file, "hồ sơ", scope: TestIndex.Everyone with { Rights = [Other.Code], OrganisationId = Mine }));
    }

    [Fact]
    public void A_site_finds_its_own_documents_and_those_of_every_site()
    {
        using var file = index.Make([TestIndex.Of(1, "Tin") with { Sites = ["khcn"] }, TestIndex.Of(2, "Tin") with { Sites = ["lienminh", "khcn"] }, TestIndex.Of(3, "Tin"), TestIndex.Of(4, "Tin") with { Sites = ["lienminh"] }]);

        Assert.Equal([3, 2, 1], TestIndex.Find(file, "tin", scope: TestIndex.Everyone with { Place = SearchPlace.Here, Site = "khcn" }));
        Assert.Equal([4], TestIndex.Find(file, "tin", scope: TestIndex.Everyone with { Place = SearchPlace.Elsewhere, Site = "khcn" }));
        Assert.Equal([4, 3, 2, 1], TestIndex.Find(file, "tin"));
    }

    [Fact]
    public void Days_are_counted_from_the_first_to_the_last_and_what_has_none_is_left_out()
    {
        using var file = index.Make([TestIndex.Of(1, "Tin", day: new(2020, 7, 8)), TestIndex.Of(2, "Tin", day: new(2020, 7, 9)), TestIndex.Of(3, "Tin", day: new(2020, 7, 10)), TestIndex.Of(4, "Tin")]);

        Assert.Equal([2], TestIndex.Find(file, "tin", scope: TestIndex.Everyone with { From = new(2020, 7, 9), To = new(2020, 7, 9) }));
        Assert.Equal([3, 2], TestIndex.Find(file, "tin", scope: TestIndex.Everyone with { From = new(2020, 7, 9) }));
        Assert.Equal([2, 1], TestIndex.Find(file, "tin", scope: TestIndex.Everyone with { To = new(2020, 7, 9) }));
        Assert.Equal([3, 2, 1], TestIndex.Find(file, "tin", scope: TestIndex.Everyone with { To = DateOnly.MaxValue }));
        Assert.Equal([3, 2, 1], TestIndex.Find(file, "tin", scope: TestIndex.Everyone with { From = DateOnly.MinValue }));
    }

    [Fact]
    public void A_document_is_found_from_its_hour_on_until_its_hour_comes()
    {
        var now = TestIndex.Everyone.Now;
        using var file = index.Make(
        [
            TestIndex.Of(1, "Tin") with { ShownFromAt = now.AddTicks(1) },
            TestIndex.Of(2, "Tin") with { ShownFromAt = now },
            TestIndex.Of(3, "Tin") with { ShownUntilAt = now },
            TestIndex.Of(4, "Tin") with { ShownUntilAt = now.AddTicks(1) },
        ]);

        Assert.Equal([4, 2], TestIndex.Find(file, "tin"));
    }

    [Fact]
    public void Nothing_is_suggested_that_the_asker_could_not_find()
    {
        using var file = index.Make([TestIndex.Of(1, "Nhãn hiệu tập thể Kiến An"), TestIndex.Of(2, "Hợp đồng mật Nguyễn") with { IsPublic = false, Office = new(Read) }]);

        Assert.Equal(["nhãn hiệu"], Suggested("nhãn hieeu"));
        Assert.Equal(["nhan hiệu"], Suggested("nhan hiệuu"));
        Assert.Equal(["an kiến"], Suggested("\"an kiến\""));
        Assert.Equal(["tập thể"], Suggested("tập thể qwertyuiop"));
        Assert.Empty(Suggested("nguyeen"));
        Assert.Equal(["nguyễn"], Suggested("nguyeen", TestIndex.Everyone with { Rights = [Read.Code] }));

        IReadOnlyList<string> SuggestedIn(string typed, SearchScope scope) => file.Read(reader => new Suggestions(reader, scope).For(SearchQuery.Read(typed)));
        string[] Suggested(string typed, SearchScope? scope = null) => [.. SuggestedIn(typed, scope ?? TestIndex.Everyone)];
    }

    [Theory]
    [InlineData("xoai", "xoai", 0)]
    [InlineData("xoai", "xoia", 1)]
    [InlineData("xoai", "xai", 1)]
    [InlineData("xoai", "xoaai", 1)]
    [InlineData("xoai", "hoai", 1)]
    [InlineData("xoai", "gao", 3)]
    public void Words_are_near_by_the_letters_that_differ(string a, string b, int distance) => Assert.Equal(distance, Suggestions.Distance(a, b, most: 2));
}
