using System.Globalization;

namespace PhuSa.Vietnamese;

/// <summary>Whole amounts of Vietnamese đồng in figures and in words, as decree 30/2020/NĐ-CP papers and vouchers write them.</summary>
public static class Dong
{
    private const ulong Thousand = 1_000;
    private const ulong Billion = 1_000_000_000;

    private static readonly NumberFormatInfo Vietnamese = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NegativeSign = "-",
    };

    private static readonly string[] Digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    /// <summary>2500000 gives "2.500.000".</summary>
    public static string Figures(long amount) => amount.ToString("N0", Vietnamese);

    /// <summary>2500000 gives "2.500.000 đồng".</summary>
    public static string WithUnit(long amount) => $"{Figures(amount)} đồng";

    /// <summary>2500000 gives "Hai triệu năm trăm nghìn đồng".</summary>
    public static string Words(long amount)
    {
        // long.MinValue has no positive counterpart among longs.
        var magnitude = amount < 0 ? (ulong)(-(amount + 1)) + 1 : (ulong)amount;
        var words = new List<string>();
        if (amount < 0)
        {
            words.Add("âm");
        }

        Read(magnitude, words);
        words.Add("đồng");

        var sentence = string.Join(' ', words);
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    /// <summary>
    /// Reads digits alone ("1000000") or digits with a dot before every third one from the right ("1.000.000"); spaces
    /// around are dropped. Everything else is refused: signs, commas, spaces inside, leading zeros, more than a long holds.
    /// </summary>
    public static bool TryParse(string? text, out long amount)
    {
        amount = 0;
        var figures = (text ?? "").Trim();
        var groups = figures.Split('.');
        var wellFormed = groups.All(group => group.Length > 0 && group.All(char.IsAsciiDigit))
            && (figures[0] != '0' || figures.Length == 1)
            && (groups.Length == 1 || (groups[0].Length <= 3 && groups.Skip(1).All(group => group.Length == 3)));

        return wellFormed && long.TryParse(string.Concat(groups), NumberStyles.None, CultureInfo.InvariantCulture, out amount);
    }

    // Above a thousand million the count of tỷ is read as a number itself: 10^12 "một nghìn tỷ", 10^18 "một tỷ tỷ".
    private static void Read(ulong number, List<string> words)
    {
        if (number == 0)
        {
            words.Add(Digits[0]);
            return;
        }

        if (number >= Billion)
        {
            Read(number / Billion, words);
            words.Add("tỷ");
        }

        var rest = number % Billion;
        var full = number >= Billion;
        foreach (var (size, name) in new[] { (Thousand * Thousand, "triệu"), (Thousand, "nghìn"), (1UL, "") })
        {
            var group = (int)(rest / size % Thousand);
            if (group == 0)
            {
                continue;
            }

            ReadGroup(group, full, words);
            if (name.Length > 0)
            {
                words.Add(name);
            }

            full = true;
        }
    }

    /// <param name="group">1 to 999.</param>
    /// <param name="full">Something was read before it, so missing hundreds and tens are said ("không trăm linh năm").</param>
    /// <param name="words">Where the words go.</param>
    private static void ReadGroup(int group, bool full, List<string> words)
    {
        var (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10);
        var said = full || hundreds > 0;
        if (said)
        {
            words.Add(Digits[hundreds]);
            words.Add("trăm");
        }

        if (tens == 1)
        {
            words.Add("mười");
        }
        else if (tens > 1)
        {
            words.Add(Digits[tens]);
            words.Add("mươi");
        }
        else if (ones > 0 && said)
        {
            words.Add("linh");
        }

        if (ones > 0)
        {
            words.Add((tens, ones) switch
            {
                ( > 1, 1) => "mốt",
                ( > 1, 4) => "tư",
                ( > 0, 5) => "lăm",
                _ => Digits[ones],
            });
        }
    }
}
