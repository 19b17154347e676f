using System.Globalization;
using System.Text;
using PhuSa.Platform.Files;

namespace PhuSa.Files.Kinds;

/// <summary>
/// A client's file name made fit to be shown and saved under on any system: no path, no control or direction characters, no name that Windows keeps
/// for itself, and the extension of what the file really is.
/// </summary>
internal static class ShownName
{
    public const int MaxLength = 150;
    private const int LongestExtension = 5;
    private const string Unnamed = "tep";

    private static readonly HashSet<string> Reserved = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })], StringComparer.OrdinalIgnoreCase);

    public static string Of(string? given, FileKind kind)
    {
        var name = Cleaned(given ?? "");
        var extensions = FileKindFacts.Of(kind).Extensions;
        var dot = name.LastIndexOf('.');
        var extension = dot >= 0 ? name[(dot + 1)..] : "";
        var looksLikeOne = extension.Length is > 0 and <= LongestExtension && extension.All(char.IsAsciiLetterOrDigit);
        var right = extensions.FirstOrDefault(e => e.Equals(extension, StringComparison.OrdinalIgnoreCase)) ?? extensions[0];
        var stem = (looksLikeOne ? name[..dot] : name).Trim(' ', '.');
        if (stem.Length == 0)
        {
            stem = Unnamed;
        }

        return Shortened(Reserved.Contains(stem.Split('.')[0].Trim()) ? "_" + stem : stem, MaxLength - right.Length - 1) + "." + right;
    }

    /// <summary>For a sentence about a file that was not taken in.</summary>
    public static string Cleaned(string given)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                || rune == Rune.ReplacementChar)
            {
                continue;
            }

            clean.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' or '%' ? "_" : Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }

        var words = clean.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words).Trim(' ', '.');
    }

    private static string Shortened(string stem, int most)
    {
        if (stem.Length <= most)
        {
            return stem;
        }

        // A letter and the marks on it stay together.
        var elements = StringInfo.ParseCombiningCharacters(stem);
        return stem[..elements.Last(start => start <= most)].TrimEnd(' ', '.');
    }
}
