using System.Text;
using PhuSa.Platform.Search;

namespace PhuSa.Tests.Search;

/// <summary>What is found and in which order, among ten thousand documents.</summary>
public sealed class RankingTests(TestIndex index) : IClassFixture<TestIndex>
{
    private const string Phrase = "nhãn hiệu chứng nhận";

    [Theory]
    [InlineData("\"nhãn hiệu chứng nhận\"")]
    [InlineData("“nhãn hiệu chứng nhận”")]
    [InlineData("\"NHÃN HIỆU CHỨNG NHẬN\"")]
    public void A_phrase_finds_every_document_that_has_it_and_those_of_other_tones_after_them(string typed)
    {
        var found = index.Find(typed);
        var exact = TestIndex.Planted(TestIndex.HasPhrase);

        Assert.Equal(exact.Count + TestIndex.Planted(TestIndex.HasOtherTones).Count, found.Count);
        Assert.Equal(exact, found.Take(exact.Count).ToHashSet());
        Assert.DoesNotContain(found, TestIndex.IsScattered);
    }

    [Fact]
    public void A_phrase_typed_with_marks_apart_finds_the_same_as_typed_in_one() =>
        Assert.Equal(index.Find($"\"{Phrase}\""), index.Find($"\"{Phrase.ToUpperInvariant().Normalize(NormalizationForm.FormD)}\""));

    [Fact]
    public void Words_without_marks_find_every_document_written_with_marks()
    {
        var found = index.Find("nhan hieu chung nhan").ToHashSet();

        Assert.Superset(TestIndex.Planted(TestIndex.HasPhrase).ToHashSet(), found);
        Assert.Superset(TestIndex.Planted(TestIndex.IsScattered).ToHashSet(), found);
        Assert.Equal(TestIndex.Planted(number => TestIndex.HasPhrase(number) || TestIndex.IsScattered(number) || TestIndex.HasOtherTones(number)), found);
    }

    [Theory]
    [InlineData("dat dai do thi")]
    [InlineData("đất đai đô thị")]
    [InlineData("ĐẤT ĐAI ĐÔ THỊ")]
    public void D_finds_both_d_and_the_d_with_its_bar(string typed) =>
        Assert.Equal(TestIndex.Planted(number => TestIndex.IsLand(number) || TestIndex.IsLeading(number)), index.Find(typed).ToHashSet());

    [Theory]
    [InlineData("đất đai đô thị", 20)]
    [InlineData("đất đai đô thị", 100)]
    [InlineData("Đất Đai Đô Thị", 100)]
    public void The_right_tones_fill_the_first_places(string typed, int most) =>
        Assert.All(index.Find(typed, most), number => Assert.True(TestIndex.IsLand(number)));

    [Theory]
    [InlineData("nhãn hiệu chứng nhận")]
    [InlineData("nhan hieu chung nhan")]
    public void The_phrase_stands_before_its_words_scattered(string typed)
    {
        var found = index.Find(typed).ToList();
        var phrase = found.FindLastIndex(number => TestIndex.HasPhrase(number));
        var scattered = found.FindIndex(TestIndex.IsScattered);

        Assert.True(phrase < scattered, $"The last phrase at {phrase}, the first scattered at {scattered}.");
    }

    [Fact]
    public void Newer_documents_stand_before_older_ones()
    {
        var found = index.Find("đất đai đô thị", TestIndex.Planted(TestIndex.IsLand).Count);

        Assert.Equal(found.OrderDescending(), found);
    }

    [Fact]
    public void Pages_do_not_move_documents_and_show_each_once()
    {
        var all = index.Find("nhan hieu chung nhan");

        Assert.Equal(all.Count, all.Distinct().Count());
        for (var most = 1; most <= all.Count; most += 37)
        {
            Assert.Equal(all.Take(most), index.Find("nhan hieu chung nhan", most));
        }
    }

    [Fact]
    public void A_title_stands_before_a_text_and_the_exact_spelling_before_both()
    {
        using var file = index.Make(
        [
            TestIndex.Of(1, "Thông báo", "Mọi người đọc thu hoach lua ở đây", new DateOnly(2026, 1, 6)),
            TestIndex.Of(2, "Tin về thu hoach lua", "", new DateOnly(2020, 1, 1)),
            TestIndex.Of(3, "Thông báo", "Bà con thu hoạch lúa", new DateOnly(2020, 1, 2)),
            TestIndex.Of(4, "Thu hoạch lúa", "", new DateOnly(2019, 1, 1)),
            TestIndex.Of(5, "Thông báo", "lúa đã thu, nay hoạch định", new DateOnly(2026, 1, 3)),
            TestIndex.Of(6, "Thông báo", "lua đã thu, nay hoach dinh", new DateOnly(2026, 1, 4)),
        ]);

        Assert.Equal([4, 3, 2, 1, 5, 6], TestIndex.Find(file, "thu hoạch lúa"));
        Assert.Equal([2, 4, 1, 3, 6, 5], TestIndex.Find(file, "thu hoach lua"));
    }

    [Theory]
    [InlineData("Hoà Bình", "Khách sạn Hòa Bình 2")]
    [InlineData("Hòa Bình", "Khách sạn Hoà Bình 2")]
    [InlineData("hoa binh", "Khách sạn Hoà Bình 2")]
    [InlineData("thuỷ sản", "Nuôi trồng thủy sản")]
    [InlineData("thúy", "Bà Thuý")]
    [InlineData("y tá", "Y tá của ấp")]
    [InlineData("Hà Nội", "Hội chợ ở HÀ NỘI")]
    [InlineData("71/2019/QĐ-UBND", "Quyết định 71/2019/QĐ-UBND ngày 20/12")]
    [InlineData("QD UBND", "Quyết định 71/2019/QĐ-UBND ngày 20/12")]
    [InlineData("an", "An Giang")]
    [InlineData("ở", "Ở đây")]
    public void Spellings_of_one_word_are_one_word_and_none_is_too_short(string typed, string title)
    {
        using var file = index.Make([TestIndex.Of(1, "Tin khác"), TestIndex.Of(2, title)]);

        Assert.Equal([2], TestIndex.Find(file, typed));
    }

    [Fact]
    public void No_phrase_reaches_from_a_title_into_the_text()
    {
        using var file = index.Make([TestIndex.Of(1, "Chợ gạo", "An Giang")]);

        Assert.Empty(TestIndex.Find(file, "\"gạo An\""));
        Assert.Equal([1], TestIndex.Find(file, "gạo An"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"")]
    [InlineData("\"a")]
    [InlineData("a\" OR \"b")]
    [InlineData("*")]
    [InlineData("lúa*")]
    [InlineData("-lúa")]
    [InlineData("NEAR(lúa gạo, 2)")]
    [InlineData("lúa AND")]
    [InlineData("OR NOT AND")]
    [InlineData("^lúa")]
    [InlineData("x : lúa")]
    [InlineData("{x y}: lúa")]
    [InlineData("lúa\0gạo")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\uD800 lúa \uDC00")]
    [InlineData("\uE000")]
    [InlineData("\u0301\u0301")]
    [InlineData("កម្ពុជា")]
    [InlineData("😀 lúa")]
    public void Whatever_is_typed_is_words_and_never_an_expression(string typed)
    {
        index.Find(typed, 20);
        index.Find($"\"{typed}\"", 20);
    }

    [Fact]
    public void A_text_of_ten_thousand_letters_is_cut() =>
        Assert.Equal(SearchQuery.MostWords, SearchQuery.Read(string.Concat(Enumerable.Repeat("lúa gạo \"xoài\" ", 700)) + new string('a', 10_000)).Words.Length);

    [Fact]
    public void An_operator_typed_is_a_word_like_any_other()
    {
        using var file = index.Make([TestIndex.Of(1, "lúa OR gạo"), TestIndex.Of(2, "lúa"), TestIndex.Of(3, "gạo")]);

        Assert.Equal([1], TestIndex.Find(file, "lúa OR gạo"));
    }

    [Fact]
    public void A_replaced_document_is_found_by_its_new_words_only()
    {
        using var file = index.Make([TestIndex.Of(1, "Tin cũ")]);
        using (var writer = file.Write())
        {
            var now = TestIndex.Of(1, "Bài mới");
            writer.Put("bai-viet", [now.Id], [now]);
            writer.Commit(ChangeCursor.Start);
        }

        Assert.Empty(TestIndex.Find(file, "tin cũ"));
        Assert.Equal([1], TestIndex.Find(file, "bài mới"));
    }
}
