using PhuSa.Platform.Search;

namespace PhuSa.Tests.Search;

/// <summary>What is shown of a found text: the found words marked as the text writes them.</summary>
public sealed class SnippetTests
{
    [Theory]
    [InlineData("nhan hieu", "Trao quyền dùng nhãn hiệu An Giang", "Trao quyền dùng [nhãn hiệu] An Giang")]
    [InlineData("nhãn hiệu", "Nhãn hiệu và nhan hieu", "[Nhãn hiệu] và nhan hieu")]
    [InlineData("nhãn hiệu", "chỉ có nhan hieu", "chỉ có [nhan hieu]")]
    [InlineData("hiệu nhãn", "nhãn và hiệu lực", "[nhãn] và [hiệu] lực")]
    [InlineData("hoà bình", "Khách sạn Hòa Bình 2", "Khách sạn [Hòa Bình] 2")]
    [InlineData("hoa binh", "Khách sạn Ho\u0300a Bi\u0300nh 2", "Khách sạn [Ho\u0300a Bi\u0300nh] 2")]
    [InlineData("UBND", "Quyết định 71/2019/QĐ-UBND", "Quyết định 71/2019/QĐ-[UBND]")]
    [InlineData("xã", "hợp tác xã, xã Vĩnh An", "hợp tác [xã, xã] Vĩnh An")]
    [InlineData("<b>", "một <b>đậm</b>", "một <[b]>đậm</[b]>")]
    public void Found_words_are_marked_as_the_text_writes_them(string typed, string text, string marked) =>
        Assert.Equal(marked, Written(Snippets.Whole(text, SearchQuery.Read(typed))));

    [Fact]
    public void The_place_with_most_of_the_words_is_shown()
    {
        var text = "Xoài được nhắc một lần. " + string.Concat(Enumerable.Repeat("Câu này nói chuyện khác hẳn. ", 30)) + "Ở đây xoài và gạo và lúa đứng gần nhau. " + string.Concat(Enumerable.Repeat("Câu này nói chuyện khác hẳn. ", 30));

        var snippet = Written(Snippets.Around(text, SearchQuery.Read("lúa xoài gạo")));

        Assert.StartsWith("… Ở đây [xoài] và [gạo] và [lúa] đứng gần nhau.", snippet, StringComparison.Ordinal);
        Assert.EndsWith(" …", snippet, StringComparison.Ordinal);
        Assert.True(snippet.Length < 300, snippet);
    }

    [Theory]
    [InlineData("nhãn hiệu")]
    [InlineData("nhan hieu")]
    public void What_stands_after_the_shown_place_changes_nothing_of_it(string typed)
    {
        const string Text = "Câu mở đầu. Trao quyền dùng nhãn hiệu An Giang cho hợp tác xã. ";
        var longer = Text + string.Concat(Enumerable.Repeat("Câu này nói chuyện khác hẳn. ", 300)) + "Lại nói về nhãn hiệu.";

        var snippet = Written(Snippets.Around(longer, SearchQuery.Read(typed)));

        Assert.StartsWith("… Trao quyền dùng [nhãn hiệu] An Giang cho hợp tác xã. Câu này", snippet, StringComparison.Ordinal);
        Assert.EndsWith(" …", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 200, 270);
    }

    [Fact]
    public void The_words_as_typed_far_down_go_before_their_other_spelling_at_the_beginning()
    {
        var text = "Ghi nhan hieu không dấu. " + string.Concat(Enumerable.Repeat("Câu này nói chuyện khác hẳn. ", 300)) + "Ở đây là nhãn hiệu viết đúng.";

        var snippet = Written(Snippets.Around(text, SearchQuery.Read("nhãn hiệu")));

        Assert.Equal("… Ở đây là [nhãn hiệu] viết đúng.", snippet);
    }

    [Fact]
    public void Lines_become_one_line_and_a_text_without_the_words_shows_its_beginning()
    {
        Assert.Equal("Quyết định · UBND tỉnh", Written(Snippets.Around("Quyết định\nUBND tỉnh", SearchQuery.Read("khác"))));
        Assert.Empty(Snippets.Around("", SearchQuery.Read("khác")));
    }

    [Fact]
    public void A_word_far_down_a_long_text_is_found()
    {
        var text = string.Concat(Enumerable.Repeat("chữ này ", 20_000)) + "kim trong đống cỏ";

        Assert.Contains("[kim]", Written(Snippets.Around(text, SearchQuery.Read("kim"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an giang", "Thuyền ngược sông Ban Giang về An Giang mùa nước.", "Thuyền ngược sông Ban Giang về [An Giang] mùa nước.")]
    [InlineData("an giang", "ban giang. ban giang. ban giang. ban giang. ban giang. ban giang. ban giang. ban giang. ban giang. An Giang.", "[An Giang].")]
    [InlineData("xoài", "XOÀI cát, xoai tượng", "[XOÀI] cát, xoai tượng")]
    [InlineData("đất", "dat đai và ĐẤT lúa", "dat đai và [ĐẤT] lúa")]
    [InlineData("hợp tác xã", "“Hợp tác, xã” rồi Hợp tác xã…", "“[Hợp tác, xã]” rồi [Hợp tác xã]…")]
    [InlineData("hoà bình", "Khách sạn Hòa Bình", "Khách sạn [Hòa Bình]")]
    public void A_place_found_by_its_letters_is_one_of_whole_words(string typed, string text, string shown) =>
        Assert.Contains(shown, Written(Snippets.Around(text, SearchQuery.Read(typed))), StringComparison.Ordinal);

    /// <summary>A mark written apart at the very end makes the words be read one by one: what is shown far before it must not differ.</summary>
    [Theory]
    [InlineData("hợp tác xã")]
    [InlineData("xã")]
    [InlineData("lúa gạo")]
    [InlineData("An Giang")]
    public void Found_by_letters_or_by_words_the_same_is_shown(string typed)
    {
        string[] words = ["hợp", "tác", "xã", "hop", "tac", "xa", "lúa", "gạo.", "An", "Giang", "giáp,", "bạn", "và", "của\n", "tỉnh", "em"];
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var text = string.Join(' ', Enumerable.Range(0, 60 + random.Next(300)).Select(_ => words[random.Next(words.Length)]));
            text = $"{text} {typed} {string.Concat(Enumerable.Repeat("câu khác hẳn ", 60))}";
            var query = SearchQuery.Read(typed);

            Assert.Equal(Written(Snippets.Around(text + "e\u0301", query)), Written(Snippets.Around(text + "e", query)));
        }
    }

    private static string Written(IEnumerable<SearchPiece> pieces) => string.Concat(pieces.Select(piece => piece.Marked ? $"[{piece.Text}]" : piece.Text));
}
