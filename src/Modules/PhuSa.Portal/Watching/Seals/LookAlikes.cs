using System.Collections.Frozen;
using System.Text;

namespace PhuSa.Portal.Watching.Seals;

/// <summary>
/// Letters that a reader takes for a Latin one: of other alphabets, or of those that Unicode keeps for mathematics and for wide print. Who hides a word
/// from programs writes it in them.
/// </summary>
internal static class LookAlikes
{
    private static readonly FrozenDictionary<int, char> Latin = Pairs(
        ("авеіјкмнорԛѕтухԁһӏԍԝɡсҽԃ", "abeijkmhopqstyxdhlgwgced"),
        ("АВЕІЈКМНОРЅТУХԌԜСӀΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abeijkmhopstyxgwclabezhikmnoptyx"),
        ("αικνορτυχεω", "aiknoptuxew"),
        ("օսհոցե", "ouhnge"));

    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);

        // Whole letters only: half a surrogate pair cannot be normalised.
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(rune.ToString());
        }

        var composed = plain.ToString().Normalize(NormalizationForm.FormKD);
        plain.Clear();
        foreach (var rune in composed.EnumerateRunes())
        {
            plain.Append(Latin.TryGetValue(rune.Value, out var letter) ? letter.ToString() : rune.ToString());
        }

        return plain.ToString();
    }

    private static FrozenDictionary<int, char> Pairs(params (string Strange, string Latin)[] rows) =>
        rows.SelectMany(row => row.Strange.EnumerateRunes().Zip(row.Latin, (strange, latin) => (strange.Value, latin))).DistinctBy(pair => pair.Value).ToFrozenDictionary(pair => pair.Value, pair => pair.latin);
}
