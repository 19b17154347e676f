using System.Text;

namespace PhuSa.Vietnamese;

/// <summary>Composed (NFC) spelling of Vietnamese text, the same with and without ICU.</summary>
public static class VietnameseText
{
    /// <summary>
    /// Puts letters and their combining marks together (NFC) and changes nothing else: no letter, space, case or tone
    /// position. Covers the Latin script; other scripts stay as they are.
    /// </summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\u036F'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var cluster = new List<char>();
        var i = 0;
        while (i < text.Length)
        {
            var start = i++;
            while (i < text.Length && LatinLetters.IsMark(text[i]))
            {
                i++;
            }

            if (i - start == 1 && !LatinLetters.IsMark(text[start]))
            {
                result.Append(text[start]);
            }
            else
            {
                Compose(text.AsSpan(start, i - start), cluster, result);
            }
        }

        return string.Equals(result.ToString(), text, StringComparison.Ordinal) ? text : result.ToString();
    }

    /// <returns>What somebody typed into a field of one line, composed, with one space between its words; null where nothing was typed.</returns>
    public static string? OnOneLine(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null : Normalize(string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <returns>At most so many characters, a letter of two never cut in half: half of one is no text to a database.</returns>
    public static string Beginning(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    /// <summary>True when the text holds letters written apart from their marks, so that <see cref="Normalize"/> would change it.</summary>
    public static bool IsDecomposed(string text) => !ReferenceEquals(Normalize(text), text);

    private static void Compose(ReadOnlySpan<char> run, List<char> cluster, StringBuilder result)
    {
        cluster.Clear();
        foreach (var c in run)
        {
            AddParts(c, cluster);
        }

        var hasLetter = !LatinLetters.IsMark(cluster[0]);
        var marks = cluster.Skip(hasLetter ? 1 : 0).OrderBy(LatinLetters.CombiningClass).ToArray();
        if (!hasLetter)
        {
            result.Append(marks);
            return;
        }

        var letter = cluster[0];
        var left = new List<char>();
        foreach (var mark in marks)
        {
            // A mark left standing blocks those of its own class that follow it.
            var blocked = left.Count > 0 && LatinLetters.CombiningClass(left[^1]) >= LatinLetters.CombiningClass(mark);
            if (!blocked && LatinLetters.TryJoin(letter, mark, out var whole))
            {
                letter = whole;
            }
            else
            {
                left.Add(mark);
            }
        }

        result.Append(letter).Append(left.ToArray());
    }

    private static void AddParts(char c, List<char> cluster)
    {
        switch (c)
        {
            // The deprecated doubles of grave, acute, koronis and dialytika-tonos.
            case '\u0340':
                cluster.Add('\u0300');
                break;
            case '\u0341':
                cluster.Add('\u0301');
                break;
            case '\u0343':
                cluster.Add('\u0313');
                break;
            case '\u0344':
                cluster.Add('\u0308');
                cluster.Add('\u0301');
                break;
            default:
                if (LatinLetters.TrySplit(c, out var letter, out var mark))
                {
                    AddParts(letter, cluster);
                    cluster.Add(mark);
                }
                else
                {
                    cluster.Add(c);
                }

                break;
        }
    }
}
