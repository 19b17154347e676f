using System.Collections.Frozen;
using System.Text;

namespace PhuSa.Vietnamese;

/// <summary>The letters that TCVN3 and VNI-Windows codes stand for; codes without a meaning stay as they are.</summary>
internal static class LegacyLetters
{
    private const char Tcvn3First = '\u00A1';

    // Codes A1 to FE in order; a dot where TCVN3 has no letter.
    private const string Tcvn3 =
        "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ";

    private static readonly FrozenDictionary<string, string> Vni = VniCodes().ToFrozenDictionary(StringComparer.Ordinal);

    public static string FromTcvn3(string text) => string.Concat(text.Select(c =>
        c >= Tcvn3First && c - Tcvn3First < Tcvn3.Length && Tcvn3[c - Tcvn3First] is not '.' and var letter ? letter : c));

    /// <summary>Reads VNI-Windows; the result is in lower case.</summary>
    public static string FromVni(string text)
    {
        var lower = text.ToLowerInvariant();
        var result = new StringBuilder();
        for (var i = 0; i < lower.Length; i++)
        {
            if (i + 1 < lower.Length && Vni.TryGetValue(lower.Substring(i, 2), out var pair))
            {
                result.Append(pair);
                i++;
            }
            else
            {
                result.Append(Vni.GetValueOrDefault(lower.Substring(i, 1), lower.Substring(i, 1)));
            }
        }

        return VietnameseText.Normalize(result.ToString());
    }

    // VNI writes a vowel, then one code for its marks; i, đ, ơ, ư and ỵ have codes of their own.
    private static Dictionary<string, string> VniCodes()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["í"] = "í",
            ["ì"] = "ì",
            ["æ"] = "ỉ",
            ["ó"] = "ĩ",
            ["ò"] = "ị",
            ["î"] = "ỵ",
            ["ñ"] = "đ",
            ["ô"] = "ơ",
            ["ö"] = "ư",
        };

        foreach (var vowel in "aeouyôö")
        {
            AddPairs(codes, vowel, vowel switch { 'ô' => "ơ", 'ö' => "ư", _ => vowel.ToString() }, "ùøûõï");
        }

        foreach (var vowel in "aeo")
        {
            codes[$"{vowel}â"] = $"{vowel}{WordReader.Circumflex}";
            AddPairs(codes, vowel, $"{vowel}{WordReader.Circumflex}", "áàåãä");
        }

        codes["aê"] = "ă";
        AddPairs(codes, 'a', "ă", "éèúüë");
        return codes;
    }

    private static void AddPairs(Dictionary<string, string> codes, char vowel, string letter, string tones)
    {
        char[] marks = [WordReader.Acute, WordReader.Grave, WordReader.Hook, WordReader.Tilde, WordReader.DotBelow];
        for (var i = 0; i < marks.Length; i++)
        {
            codes[$"{vowel}{tones[i]}"] = $"{letter}{marks[i]}";
        }
    }
}
