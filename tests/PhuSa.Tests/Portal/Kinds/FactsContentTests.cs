using PhuSa.Portal.Articles;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;

namespace PhuSa.Tests.Portal.Kinds;

/// <summary>Facts are part of the content: written with it, read with it, and compared with it.</summary>
public sealed class FactsContentTests
{
    private const string Old = """{"Text":{"Title":"Bài cũ","Body":"<p>Chữ</p>"},"EventDay":"2020-07-09","Categories":["0198c0de-0000-7000-8000-000000000001"],"Tags":[],"Extras":{"Images":[],"Attachments":[],"Related":[]}}""";

    [Fact]
    public void What_was_written_before_there_were_facts_still_reads_and_says_the_same()
    {
        var content = ArticleContent.Read(Old);

        Assert.Equal(("Bài cũ", new DateOnly(2020, 7, 9), null), (content.Text.Title, content.EventDay, content.Facts));
        Assert.True(content.IsSameAs(ArticleContent.Read(content.Written())));
        Assert.DoesNotContain("Facts", content.Written(), StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_of_each_kind_read_back_as_they_were_written()
    {
        foreach (var facts in Each())
        {
            var content = ArticleContent.Read(Old) with { Facts = facts };

            var read = ArticleContent.Read(content.Written());

            Assert.Equal(facts.GetType(), read.Facts!.GetType());
            Assert.True(read.IsSameAs(content));
            Assert.Equal(facts.All(id => $"{id}"), ArticleContent.ReadFacts(ArticleContent.WrittenFacts(facts))!.All(id => $"{id}"));
        }
    }

    [Fact]
    public void A_list_that_is_missing_in_the_record_is_empty()
    {
        var facts = (ProcedureFacts)ArticleContent.ReadFacts("""{"of":"procedure","Code":"1","Papers":null}""")!;

        Assert.Empty(facts.Papers);
        Assert.Empty(facts.Basis);
    }

    [Fact]
    public void Every_fact_that_differs_is_a_part_of_the_comparison()
    {
        foreach (var facts in Each())
        {
            var (before, after) = (ArticleContent.Read(Old), ArticleContent.Read(Old) with { Facts = facts });
            var names = facts.All(id => $"{id}").Where(fact => fact.Said is not null).Select(fact => fact.Name).ToHashSet(StringComparer.Ordinal);

            var parts = ContentDifference.With(SiteDirectory.Empty, new Dictionary<Guid, string>()).Of(before, after);

            Assert.Equal(names, parts.Where(part => part.Differs).Select(part => part.Name).ToHashSet(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Each_kind_has_one_address_and_every_address_leads_back_to_its_slug()
    {
        Assert.Equal(
            ["/bai-viet/x", "/gioi-thieu/x", "/thu-tuc/x", "/van-ban/x", "/gioi-thieu/x"],
            Enum.GetValues<ArticleKind>().Select(kind => ArticleAddress.Of(kind, "x")));
        Assert.All(Enum.GetValues<ArticleKind>(), kind => Assert.Equal("x", ArticleAddress.SlugIn($"https://khcn.example.vn{ArticleAddress.Of(kind, "x")}?in=1#a")));
        Assert.Equal("x", ArticleAddress.SlugIn("x"));
    }

    private static ArticleFacts[] Each() =>
    [
        new LegalFacts { Number = "71/2019/QĐ-UBND", Type = LegalType.Decision, IssuedOn = new(2019, 12, 23), Replaces = [Guid.CreateVersion7()], ReplacedByText = "Nghị quyết" },
        new ProcedureFacts { Code = "1", Papers = [new("Đơn", 1, null)], Sets = 0, Basis = [Guid.CreateVersion7()] },
        new DirectoryFacts { Units = [new("Văn phòng", null, "Đường", null, null, [new("A", "Trưởng", null, "02963", null)])] },
    ];
}
