using System.Globalization;
using CsCheck;
using PhuSa.Vietnamese;

namespace PhuSa.Tests.Vietnamese;

public class DongTests
{
    [Theory]
    [InlineData(0, "0 đồng")]
    [InlineData(999, "999 đồng")]
    [InlineData(2_500_000, "2.500.000 đồng")]
    [InlineData(-1_000, "-1.000 đồng")]
    [InlineData(long.MinValue, "-9.223.372.036.854.775.808 đồng")]
    public void Point_7_money_is_written_with_dots(long amount, string written)
    {
        Assert.Equal(written, Dong.WithUnit(amount));
        Assert.Equal(written, $"{Dong.Figures(amount)} đồng");
    }

    [Theory]
    [InlineData(0, "Không đồng")]
    [InlineData(4, "Bốn đồng")]
    [InlineData(10, "Mười đồng")]
    [InlineData(11, "Mười một đồng")]
    [InlineData(15, "Mười lăm đồng")]
    [InlineData(21, "Hai mươi mốt đồng")]
    [InlineData(24, "Hai mươi tư đồng")]
    [InlineData(55, "Năm mươi lăm đồng")]
    [InlineData(105, "Một trăm linh năm đồng")]
    [InlineData(1_001, "Một nghìn không trăm linh một đồng")]
    [InlineData(2_500_000, "Hai triệu năm trăm nghìn đồng")]
    [InlineData(1_000_000_000, "Một tỷ đồng")]
    [InlineData(1_000_000_010, "Một tỷ không trăm mười đồng")]
    [InlineData(1_005_000_000, "Một tỷ không trăm linh năm triệu đồng")]
    [InlineData(1_200_000_000_000, "Một nghìn hai trăm tỷ đồng")]
    [InlineData(1_000_000_000_000_000_000, "Một tỷ tỷ đồng")]
    [InlineData(-20_000, "Âm hai mươi nghìn đồng")]
    [InlineData(
        long.MinValue,
        "Âm chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm năm mươi tư triệu bảy trăm bảy mươi lăm nghìn tám trăm linh tám đồng")]
    public void Point_7_money_is_written_in_words(long amount, string words) => Assert.Equal(words, Dong.Words(amount));

    [Fact]
    public void Point_7_the_words_say_the_amount() => AnyAmount.Sample(amount => Assert.Equal(amount, Understand(Dong.Words(amount))));

    [Fact]
    public void Point_7_amounts_written_in_figures_are_read_back() =>
        AnyAmount.Where(amount => amount >= 0).Sample(amount =>
        {
            Assert.True(Dong.TryParse(Dong.Figures(amount), out var dotted));
            Assert.True(Dong.TryParse($" {amount.ToString(CultureInfo.InvariantCulture)}\t", out var plain));
            Assert.Equal((amount, amount), (dotted, plain));
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1,5")]
    [InlineData("1.5")]
    [InlineData("1.0000")]
    [InlineData("1000.000")]
    [InlineData("1.000000")]
    [InlineData("1.000.")]
    [InlineData(".000")]
    [InlineData("1..000")]
    [InlineData("1 000")]
    [InlineData("1. 000")]
    [InlineData("007")]
    [InlineData("0.500")]
    [InlineData("1e3")]
    [InlineData("١٢")]
    [InlineData("1.000 đồng")]
    [InlineData("9223372036854775808")]
    [InlineData("9.223.372.036.854.775.808")]
    public void Point_7_any_other_amount_is_refused(string? text)
    {
        Assert.False(Dong.TryParse(text, out var amount));
        Assert.Equal(0, amount);
    }

    // All sizes alike often, and many zeros within.
    private static readonly Gen<long> AnyAmount = Gen.OneOf(
        Gen.Long,
        Gen.Long[-2_000, 2_000],
        Gen.Select(Gen.Int[0, 18], Gen.Long[-9, 9], Gen.Long[0, 30], (power, digit, rest) =>
            Enumerable.Repeat(10L, power).Aggregate(digit, (product, ten) => product * ten) + rest));

    private static long Understand(string sentence)
    {
        var words = sentence.Split(' ');
        Assert.Equal("đồng", words[^1]);
        Assert.True(char.IsUpper(sentence[0]));
        var isNegative = words[0] == "Âm";
        var number = words[(isNegative ? 1 : 0)..^1].Select(word => char.ToLowerInvariant(word[0]) + word[1..]).ToArray();
        return (long)(isNegative ? -Number(number) : Number(number));
    }

    private static Int128 Number(string[] words)
    {
        var billions = Array.LastIndexOf(words, "tỷ");
        return billions < 0
            ? BelowBillion(words)
            : (Number(words[..billions]) * 1_000_000_000) + BelowBillion(words[(billions + 1)..]);
    }

    private static Int128 BelowBillion(string[] words)
    {
        string[] digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
        var (total, group, last) = (0L, 0L, 0L);
        foreach (var word in words)
        {
            switch (word)
            {
                case "triệu" or "nghìn":
                    total += (group + last) * (word == "triệu" ? 1_000_000 : 1_000);
                    (group, last) = (0, 0);
                    break;
                case "trăm" or "mươi":
                    group += last * (word == "trăm" ? 100 : 10);
                    last = 0;
                    break;
                case "mười":
                    group += 10;
                    break;
                case "linh":
                    break;
                default:
                    last = word switch { "mốt" => 1, "tư" => 4, "lăm" => 5, _ => Array.IndexOf(digits, word) };
                    Assert.InRange(last, 0, 9);
                    break;
            }
        }

        return total + group + last;
    }
}
