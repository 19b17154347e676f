using PhuSa.Files.Kinds;
using PhuSa.Platform.Files;

namespace PhuSa.Tests.Files;

/// <summary>The name of a file is the client's word: shown, cleaned, never used.</summary>
public sealed class ShownNameTests
{
    [Theory]
    [InlineData("Báo cáo quý 1.pdf", "Báo cáo quý 1.pdf")]
    [InlineData("Báo cáo.PDF", "Báo cáo.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\Users\\a\\hop-dong.docx", "hop-dong.pdf")]
    [InlineData("hoa-don.exe", "hoa-don.pdf")]
    [InlineData("anh\u202Egpj.exe", "anhgpj.pdf")]
    [InlineData("a\0b\r\nc.pdf", "abc.pdf")]
    [InlineData("a\u200Bb.pdf", "ab.pdf")]
    [InlineData("CON", "_CON.pdf")]
    [InlineData("nul.txt", "_nul.pdf")]
    [InlineData("com1.tar.gz", "_com1.tar.pdf")]
    [InlineData("...", "tep.pdf")]
    [InlineData("", "tep.pdf")]
    [InlineData(".htaccess", "htaccess.pdf")]
    [InlineData("a<b>:\"|?*.pdf", "a_b______.pdf")]
    [InlineData("Quyết định số 71.2020 của tỉnh", "Quyết định số 71.2020 của tỉnh.pdf")]
    public void A_name_is_shown_clean_with_the_right_extension(string given, string shown) => Assert.Equal(shown, ShownName.Of(given, FileKind.Pdf));

    [Fact]
    public void Another_usual_extension_of_the_kind_stays() => Assert.Equal("a.jpeg", ShownName.Of("a.jpeg", FileKind.Jpeg));

    [Fact]
    public void A_name_without_end_is_cut_without_breaking_a_letter()
    {
        var shown = ShownName.Of(string.Concat(Enumerable.Repeat("e\u0323\u0302😀", 200)) + ".pdf", FileKind.Pdf);

        Assert.True(shown.Length <= ShownName.MaxLength);
        Assert.EndsWith(".pdf", shown, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(shown[^5]));
    }
}
