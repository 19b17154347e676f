using CsCheck;
using PhuSa.Vietnamese;

namespace PhuSa.Tests.Vietnamese;

public class SearchTextTests
{
    [Theory]
    [InlineData("Hoà", "hoa")]
    [InlineData("Hòa", "hoa")]
    [InlineData("HOA\u0300", "hoa")]
    [InlineData("Y tá", "y ta")]
    [InlineData("Đường Đê", "duong de")]
    [InlineData("Ðông", "dong")]
    [InlineData("  Hợp tác xã – nông nghiệp \u00A0 (Đồng Tháp)  ", "hop tac xa nong nghiep dong thap")]
    [InlineData("QĐ 1804/QĐ-TTg", "qd 1804 qd ttg")]
    [InlineData("1.000.000", "1 000 000")]
    [InlineData("hợp\u200Btác\u00ADxã\uFEFF", "hoptacxa")]
    [InlineData("Café Œuvre Straße Łódź Ångström İ", "cafe oeuvre strasse lodz angstrom i")]
    [InlineData("", "")]
    [InlineData(" .,– ", "")]
    public void Point_27_search_text_has_no_marks(string text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Fact]
    public void Vowel_signs_of_Khmer_stay() => Assert.Equal("ភាសាខ្មែរ", SearchText.Fold("ភាសាខ្មែរ"));

    [Fact]
    public void Every_letter_of_the_alphabet_folds_to_its_plain_letter() =>
        Assert.All(VietnameseLetters.All, letter => Assert.Equal(
            (letter.Plain, letter.Plain), (SearchText.Fold(letter.Composed), SearchText.Fold(letter.Decomposed))));

    [Fact]
    public void Point_27_both_Unicode_spellings_fold_alike() =>
        VietnameseLetters.Words.Sample(words => Assert.Equal(
            (VietnameseLetters.Plain(words), VietnameseLetters.Plain(words)),
            (SearchText.Fold(VietnameseLetters.Composed(words)), SearchText.Fold(VietnameseLetters.Decomposed(words)))));

    [Fact]
    public void Letter_by_letter_the_same_is_folded()
    {
        Span<char> folded = stackalloc char[1];
        for (var c = 0; c <= char.MaxValue; c++)
        {
            var text = ((char)c).ToString();
            if (SearchText.TryFoldEach(text, folded))
            {
                Assert.Equal(SearchText.Fold(text).PadRight(1), folded.ToString());
            }
        }

        Span<char> all = stackalloc char[14];
        Assert.True(SearchText.TryFoldEach("Hợp tác-xã… Đ2", all));
        Assert.Equal("hop tac xa  d2", all.ToString());
        Assert.False(SearchText.TryFoldEach("Ho\u0300a", all));
        Assert.False(SearchText.TryFoldEach("𝐀", all));
        Assert.False(SearchText.TryFoldEach("æ", all));
    }

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Gen.String.Sample(text => Assert.Equal(SearchText.Fold(text), SearchText.Fold(SearchText.Fold(text))));

    [Fact]
    public void Folded_text_has_single_spaces_only_between_words() =>
        Gen.String[Gen.Char["aÁ đ-.,\u00A0\u0301\n"], 0, 12].Sample(text =>
        {
            var folded = SearchText.Fold(text);
            Assert.Equal(folded.Trim(), folded);
            Assert.DoesNotContain("  ", folded, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("Hoà", "Hòa", "hòa")]
    [InlineData("thuý", "thúy", "thúy")]
    [InlineData("khoẻ", "khỏe", "khỏe")]
    [InlineData("qúy", "quý", "quý")]
    [InlineData("gìa", "già", "già")]
    [InlineData("HOÀN", "hoàn", "hoàn")]
    [InlineData("Loa\u0323i", "loại", "loại")]
    [InlineData("á\u0302", "ấ", "ấ")]
    [InlineData("Huỳnh  Khuỷu,", "huỳnh khuỷu", "huỳnh khuỷu")]
    [InlineData("Nguyễn", "nguyễn", "nguyễn")]
    [InlineData("giêng gì", "Giêng Gì", "giêng gì")]
    [InlineData("Thuở, mùa, đường", "thuở mùa đường", "thuở mùa đường")]
    public void Point_26_two_ways_of_placing_a_tone_have_one_key(string one, string other, string key) =>
        Assert.Equal((key, key), (SearchText.Key(one), SearchText.Key(other)));

    [Theory]
    [InlineData("hòa", "hoa")]
    [InlineData("hòa", "hóa")]
    [InlineData("đá", "dá")]
    [InlineData("tân", "tăn")]
    public void Point_27_the_key_tells_words_apart_that_fold_alike(string one, string other)
    {
        Assert.Equal(SearchText.Fold(one), SearchText.Fold(other));
        Assert.NotEqual(SearchText.Key(one), SearchText.Key(other));
    }

    [Fact]
    public void The_key_is_the_same_for_both_Unicode_spellings() =>
        VietnameseLetters.Words.Sample(words => Assert.Equal(
            SearchText.Key(VietnameseLetters.Composed(words)), SearchText.Key(VietnameseLetters.Decomposed(words))));

    [Fact]
    public void The_key_of_a_key_is_the_key() =>
        VietnameseLetters.Words.Select(VietnameseLetters.Composed).Sample(text =>
            Assert.Equal(SearchText.Key(text), SearchText.Key(SearchText.Key(text))));

    [Fact]
    public void The_folded_key_is_the_folded_text() =>
        Gen.String.Sample(text => Assert.Equal(SearchText.Fold(text), SearchText.Fold(SearchText.Key(text))));
}
