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
