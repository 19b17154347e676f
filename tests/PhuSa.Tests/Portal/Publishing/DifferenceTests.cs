using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;

namespace PhuSa.Tests.Portal.Publishing;

public sealed class DifferenceTests
{
    [Fact]
    public void Only_the_words_that_differ_are_marked()
    {
        var row = Assert.Single(TextDifference.Of("Có 05 hợp tác xã được cấp quyền.", "Có 06 hợp tác xã được cấp quyền."));

        Assert.Equal(["05"], row.Before!.Where(piece => piece.Differs).Select(piece => piece.Text));
        Assert.Equal(["06"], row.After!.Where(piece => piece.Differs).Select(piece => piece.Text));
    }

    [Theory]
    [InlineData("<p>Xem <a href=\"/mot\">ở đây</a></p>", "<p>Xem <a href=\"/hai\">ở đây</a></p>")]
    [InlineData("<p>10<sup>3</sup> ha</p>", "<p>103 ha</p>")]
    [InlineData("<p>Chữ</p>", "<p>Chữ</p><figure><img src=\"/tep/a\" alt=\"Xoài\"></figure>")]
    [InlineData("<figure><img src=\"/tep/a\" alt=\"Xoài\"></figure>", "<figure><img src=\"/tep/b\" alt=\"Xoài\"></figure>")]
    [InlineData("<h2>Đề mục</h2>", "<h3>Đề mục</h3>")]
    [InlineData("<h2>Đề mục</h2>", "<p>Đề mục</p>")]
    [InlineData("<ol><li><p>Một</p></li></ol>", "<ul><li><p>Một</p></li></ul>")]
    [InlineData("<ol><li><p>Một</p></li></ol>", "<ol start=\"2\"><li><p>Một</p></li></ol>")]
    [InlineData("<p><strong>Đậm</strong></p>", "<p>Đậm</p>")]
    [InlineData("<blockquote><p>Trích</p></blockquote>", "<p>Trích</p>")]
    [InlineData("<table><tbody><tr><th>A</th></tr></tbody></table>", "<table><tbody><tr><td>A</td></tr></tbody></table>")]
    public void What_readers_see_otherwise_with_the_same_words_is_a_difference_too(string before, string after) =>
        Assert.Contains(TextDifference.Of(WrittenBody.Compared(before), WrittenBody.Compared(after)), row => row.Differs);

    [Fact]
    public void A_text_is_compared_line_by_line_with_what_it_leads_to() => Assert.Equal(
        """
        ## Kết quả
        Xem [danh sách](/hop-tac-xa), **đậm**, 10^(3) ha.
        3. Ba
          - Con
        4. Bốn
        | Xã ‖ Số ‖
        | Một | 2 |
        [🖼 Xoài](/tep/a)
        Chú thích
        """.ReplaceLineEndings("\n"),
        WrittenBody.Compared(
            "<h2>Kết quả</h2><p>Xem <a href=\"/hop-tac-xa\">danh sách</a>, <strong>đậm</strong>, 10<sup>3</sup> ha.</p><ol start=\"3\"><li><p>Ba</p><ul><li><p>Con</p></li></ul></li><li><p>Bốn</p></li></ol>"
            + "<table><tbody><tr><th>Xã</th><th>Số</th></tr><tr><td><p>Một</p></td><td>2</td></tr></tbody></table><figure><img src=\"/tep/a\" alt=\"Xoài\"><figcaption>Chú thích</figcaption></figure>"));

    [Fact]
    public void A_line_that_one_side_lacks_stands_alone()
    {
        var rows = TextDifference.Of("Một\nBa", "Một\nHai\nBa");

        Assert.Equal(3, rows.Count);
        Assert.Null(rows[1].Before);
        Assert.Equal("Hai", Assert.Single(rows[1].After!).Text);
        Assert.Equal([false, true, false], rows.Select(row => row.Differs));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "Một\nHai")]
    [InlineData("Một\nHai", "")]
    [InlineData("a b c\nd e f\n\ng", "a x c\n\ng h\ni")]
    [InlineData("một hai ba bốn", "bốn ba hai một")]
    [InlineData("Dòng một\r\nDòng hai", "Dòng một\nDòng hai")]
    public void Both_texts_can_be_read_back_from_the_sides(string before, string after)
    {
        var rows = TextDifference.Of(before, after);

        Assert.Equal(before.ReplaceLineEndings("\n"), string.Join('\n', rows.Where(row => row.Before is not null).Select(row => string.Concat(row.Before!.Select(piece => piece.Text)))));
        Assert.Equal(after.ReplaceLineEndings("\n"), string.Join('\n', rows.Where(row => row.After is not null).Select(row => string.Concat(row.After!.Select(piece => piece.Text)))));
    }

    [Fact]
    public void Two_long_texts_with_nothing_in_common_are_marked_whole()
    {
        var before = string.Join(' ', Enumerable.Range(0, 30_000).Select(i => $"a{i}"));
        var after = string.Join(' ', Enumerable.Range(0, 30_000).Select(i => $"b{i}"));

        var row = Assert.Single(TextDifference.Of(before, after));

        Assert.True(Assert.Single(row.Before!).Differs);
        Assert.True(Assert.Single(row.After!).Differs);
    }
}
