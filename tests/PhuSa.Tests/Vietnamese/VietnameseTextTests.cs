using CsCheck;
using PhuSa.Vietnamese;

namespace PhuSa.Tests.Vietnamese;

public class VietnameseTextTests
{
    [Fact]
    public void Every_letter_of_the_alphabet_is_composed() =>
        Assert.All(VietnameseLetters.All, letter => Assert.Equal(letter.Composed, VietnameseText.Normalize(letter.Decomposed)));

    [Fact]
    public void Decomposed_text_becomes_composed_and_nothing_else_changes() =>
        VietnameseLetters.Words.Sample(words =>
        {
            var composed = VietnameseLetters.Composed(words);
            var decomposed = VietnameseLetters.Decomposed(words);

            Assert.Equal(composed, VietnameseText.Normalize(decomposed));
            Assert.Same(composed, VietnameseText.Normalize(composed));
            Assert.False(VietnameseText.IsDecomposed(composed));
            Assert.Equal(composed != decomposed, VietnameseText.IsDecomposed(decomposed));
        });

    [Theory]
    [InlineData("a\u0302\u0323", "ậ")]
    [InlineData("â\u0323", "ậ")]
    [InlineData("ạ\u0302", "ậ")]
    [InlineData("o\u0323\u031B", "ợ")]
    [InlineData("e\u0341", "é")]
    [InlineData("c\u0327a\u0308o\u030B", "çäő")]
    [InlineData("á\u0302", "á\u0302")]
    [InlineData("x\u0301", "x\u0301")]
    [InlineData("\u0301a", "\u0301a")]
    [InlineData("a\u034F\u0301", "a\u034F\u0301")]
    [InlineData("a\u0305\u0301", "a\u0305\u0301")]
    [InlineData("😀\u0301", "😀\u0301")]
    public void Half_composed_text_is_composed_as_Unicode_says(string text, string composed) =>
        Assert.Equal(composed, VietnameseText.Normalize(text));

    [Theory]
    [InlineData("Hoà  Bình – “Thoại Sơn”\u00A0Ltd. ")]
    [InlineData("BẢY NÚI")]
    public void Point_15_a_name_keeps_its_exact_letters(string name) => Assert.Same(name, VietnameseText.Normalize(name));

    [Fact]
    public void Normalizing_twice_is_normalizing_once() =>
        Gen.String[Gen.Char["aAođ \u0300\u0301\u0302\u031B\u0323\u034Fấx"], 0, 10].Sample(text =>
            Assert.False(VietnameseText.IsDecomposed(VietnameseText.Normalize(text))));
}
