using CsCheck;
using PhuSa.Vietnamese;

namespace PhuSa.Tests.Vietnamese;

public class VietnameseOrderTests
{
    [Fact]
    public void Point_27_sorting_is_in_Vietnamese_alphabetical_order()
    {
        string[] expected =
        [
            "1 tháng 5", "10 tháng 3", "2 tháng 9", "An", "An Phú", "Ang", "Ăn", "Ấp", "Ba", "Cam", "Chanh", "Dưa", "Đa", "Đá",
            "Em", "Êm", "Hoa", "hòa", "Hòa", "Hòa An", "Hóa", "Ổi", "Ớt", "Uy", "Ư", "Xoài", "Yên",
        ];

        Assert.Equal(expected, expected.Reverse().Order(VietnameseOrder.Instance));
        Assert.Equal(expected, expected.Reverse().OrderBy(VietnameseOrder.SortKey, StringComparer.Ordinal));
    }

    [Fact]
    public void Point_27_the_letters_come_in_the_order_of_the_alphabet()
    {
        var alphabet = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z".Split(' ');

        Assert.Equal(alphabet, alphabet.OrderDescending(StringComparer.Ordinal).Order(VietnameseOrder.Instance));
    }

    [Fact]
    public void Tones_come_as_level_falling_asking_tumbling_rising_heavy()
    {
        string[] tones = ["ma", "mà", "mả", "mã", "má", "mạ"];

        Assert.Equal(tones, tones.OrderDescending(StringComparer.Ordinal).Order(VietnameseOrder.Instance));
    }

    [Fact]
    public void A_letter_outweighs_a_tone_and_a_tone_outweighs_the_next_word()
    {
        string[] names = ["hoa", "hoa tím", "hòa an", "hoang"];

        Assert.Equal(names, names.Reverse().Order(VietnameseOrder.Instance));
    }

    [Theory]
    [InlineData("Hoà Bình", "Hòa-Bình")]
    [InlineData("Hòa", "Ho\u0300a")]
    public void Spelling_and_punctuation_make_no_difference(string one, string other) =>
        Assert.Equal(0, VietnameseOrder.Instance.Compare(one, other));

    [Fact]
    public void Null_comes_first()
    {
        Assert.True(VietnameseOrder.Instance.Compare(null, "") < 0);
        Assert.True(VietnameseOrder.Instance.Compare("", null) > 0);
        Assert.Equal(0, VietnameseOrder.Instance.Compare(null, null));
    }

    [Fact]
    public void Point_27_random_words_sort_as_the_alphabet_says() =>
        Gen.Select(VietnameseLetters.SimilarWords, VietnameseLetters.SimilarWords).Sample((x, y) =>
        {
            var (one, other) = (VietnameseLetters.Composed(x), VietnameseLetters.Decomposed(y));
            var expected = Math.Sign(CompareByAlphabet(x, y));

            Assert.Equal(expected, Math.Sign(VietnameseOrder.Instance.Compare(one, other)));
            Assert.Equal(expected, Math.Sign(string.CompareOrdinal(VietnameseOrder.SortKey(one), VietnameseOrder.SortKey(other))));
        });

    [Fact]
    public void The_order_is_total() =>
        Gen.Select(Gen.String, Gen.String, Gen.String).Sample((a, b, c) =>
        {
            var order = VietnameseOrder.Instance;
            Assert.Equal(0, order.Compare(a, a));
            Assert.Equal(Math.Sign(order.Compare(a, b)), -Math.Sign(order.Compare(b, a)));
            var sorted = new[] { a, b, c }.Order(order).ToArray();
            Assert.True(order.Compare(sorted[0], sorted[1]) <= 0 && order.Compare(sorted[1], sorted[2]) <= 0);
            Assert.True(order.Compare(sorted[0], sorted[2]) <= 0);
        });

    [Fact]
    public void A_sort_key_holds_lower_case_ascii_letters_and_digits_only() =>
        Gen.String.Sample(text => Assert.All(VietnameseOrder.SortKey(text), c => Assert.True(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))));

    [Fact]
    public void Point_27_people_sort_by_given_name()
    {
        string[] people = ["An", "Lê Thị An", "Nguyễn An", "Nguyễn Văn An", "Trần Ánh", "Đỗ Văn Bình", "Bùi Thị Đào", "Võ Ý"];

        Assert.Equal(people, people.OrderDescending(StringComparer.Ordinal).Order(VietnameseOrder.ByGivenName));
        Assert.Equal(people, people.OrderDescending(StringComparer.Ordinal).OrderBy(VietnameseOrder.GivenNameSortKey, StringComparer.Ordinal));
    }

    private static int CompareByAlphabet(SpelledLetter[][] x, SpelledLetter[][] y)
    {
        for (var i = 0; i < Math.Min(x.Length, y.Length); i++)
        {
            var letters = CompareSequences(x[i].Select(l => l.Place), y[i].Select(l => l.Place));
            var tones = CompareSequences(Tones(x[i]), Tones(y[i]));
            if (letters != 0 || tones != 0)
            {
                return letters != 0 ? letters : tones;
            }
        }

        return x.Length != y.Length
            ? x.Length - y.Length
            : CompareSequences(x.SelectMany(w => w).Select(l => l.IsUpper ? 1 : 0), y.SelectMany(w => w).Select(l => l.IsUpper ? 1 : 0));
    }

    private static IEnumerable<int> Tones(SpelledLetter[] word) => word.Select(l => l.Tone).Where(tone => tone > 0);

    private static int CompareSequences(IEnumerable<int> x, IEnumerable<int> y)
    {
        var (a, b) = (x.ToArray(), y.ToArray());
        var difference = a.Zip(b, (p, q) => p - q).FirstOrDefault(d => d != 0);
        return difference != 0 ? difference : a.Length - b.Length;
    }
}
