using System.Globalization;
using System.Text;

namespace PhuSa.Documents.Decree;

/// <summary>
/// Width of a bold line of Times New Roman. The decree measures the rules of a paper by the text above them, and a rule drawn as a border needs that
/// length in figures.
/// </summary>
internal static class BoldText
{
    private const int OtherWidth = 500;

    // Advance widths in thousandths of the size; a letter with marks is as wide as the bare letter.
    private static readonly Dictionary<char, int> Widths = Read(
        "A722 B667 C722 D722 E667 F611 G778 H778 I389 J500 K778 L667 M944 N722 O778 P611 Q778 R722 S556 T667 U722 V722 W1000 X722 Y722 Z667 " +
        "a500 b556 c444 d556 e444 f333 g500 h556 i278 j333 k556 l278 m833 n556 o500 p556 q556 r444 s389 t333 u556 v500 w722 x500 y500 z444 " +
        "Đ722 đ556 -333 .250 ,250 ;333 :333 /278 (333 )333 %1000 &833 '278 “500 ”500 –500");

    /// <summary>Width in twips (1/20 point) at a size in points.</summary>
    public static int Width(string text, int size)
    {
        var thousandths = 0;
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                thousandths += character is ' ' or '\u00A0' ? 250 : Widths.GetValueOrDefault(character, OtherWidth);
            }
        }

        return thousandths * size / 50;
    }

    /// <summary>
    /// The narrowest measure in which a long line takes no more lines than in the full one, so that the last line does not hold a single word; the full
    /// measure where the text fits.
    /// </summary>
    public static int EvenMeasure(string text, int size, int full)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Width(word, size)).ToList();
        var space = Width(" ", size);
        var lines = Lines(words, space, full);
        var measure = words.Sum() / lines;
        while (measure < full && Lines(words, space, measure) > lines)
        {
            measure += size;
        }

        // Two parts in a hundred for the difference between one word processor and the next.
        return lines == 1 ? full : Math.Min(full, measure + (measure / 50));
    }

    /// <summary>The text in as few lines as the measure asks for, of about the same length.</summary>
    public static IReadOnlyList<string> EvenLines(string text, int size, int full)
    {
        var measure = EvenMeasure(text, size, full);
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}", size) <= measure)
            {
                lines[^1] += $" {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    private static int Lines(List<int> words, int space, int measure)
    {
        var lines = 1;
        var used = 0;
        foreach (var word in words)
        {
            if (used > 0 && used + space + word > measure)
            {
                lines++;
                used = 0;
            }

            // A word wider than the measure is broken somewhere.
            used = used > 0 ? used + space + word : word;
            lines += used > measure ? (used - 1) / measure : 0;
        }

        return lines;
    }

    private static Dictionary<char, int> Read(string table) =>
        table.Split(' ').ToDictionary(entry => entry[0], entry => int.Parse(entry.AsSpan(1), CultureInfo.InvariantCulture));
}
