using System.Text;

namespace PhuSa.Vietnamese;

/// <summary>
/// Compares numbers of papers as a clerk does. A number is kept letter for letter; hyphens, spaces, letter case, marks and a leading
/// zero make no difference when one is looked for, since articles and letters mistype them.
/// </summary>
public static class PaperNumber
{
    private const int YearDigits = 4;
    private static readonly char[] Crossed = ['đ', 'Đ'];

    /// <summary>“071/2019/QĐUBND” and “71/2019/QĐ-UBND” both give “71/2019/qdubnd”; null without a letter or digit.</summary>
    public static string? KeyOf(string? number) => Written(number, part => SearchText.Fold(part).Replace(" ", "", StringComparison.Ordinal));

    /// <summary>
    /// As <see cref="KeyOf"/>, but đ is not d and digits that stand apart stay apart: “07/HĐ-SKHCN” and “07/HD-SKHCN” may be a contract and a guide,
    /// “1-21/…” and “12-1/…” are two numbers. What refuses a second entry compares this.
    /// </summary>
    public static string? ExactKeyOf(string? number) => Written(number, part => string.Join('đ', part.Split(Crossed).Select(piece => Joined(SearchText.Fold(piece)))));

    /// <summary>Whether one may be looked for and the other be meant.</summary>
    public static bool AreSame(string? one, string? other) => KeyOf(one) is { } key && key == KeyOf(other);

    /// <summary>Whether both are one number, written in two ways.</summary>
    public static bool AreOne(string? one, string? other) => ExactKeyOf(one) is { } key && key == ExactKeyOf(other);

    /// <summary>“71/2019/QĐ-UBND” says its year itself: of one body it is one paper, whether or not its day is known. “05/BC-SKHCN” comes again each year.</summary>
    public static bool NamesItsYear(string? number) => number?.Split('/') is [_, var year, ..] && year.Trim() is { Length: YearDigits } digits && digits.All(char.IsAsciiDigit);

    private static string? Written(string? number, Func<string, string> fold)
    {
        if (number is null)
        {
            return null;
        }

        var parts = number.Split('/').Select(fold).ToArray();
        parts[0] = parts[0].TrimStart('0') is { Length: > 0 } first ? first : parts[0];
        var key = string.Join('/', parts).Trim('/');
        return key.Length == 0 ? null : key;
    }

    /// <summary>Words without the spaces between them, but for two that would become one number.</summary>
    private static string Joined(string words)
    {
        var joined = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] != ' ')
            {
                joined.Append(words[i]);
            }
            else if (char.IsAsciiDigit(words[i - 1]) && char.IsAsciiDigit(words[i + 1]))
            {
                joined.Append('-');
            }
        }

        return joined.ToString();
    }
}
