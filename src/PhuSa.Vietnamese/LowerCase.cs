using System.Text;

namespace PhuSa.Vietnamese;

/// <summary>Lower case of single letters. The runtime asks the system's library at every letter that is not ASCII; what Vietnamese is written in is asked once.</summary>
internal static class LowerCase
{
    /// <summary>Past Latin Extended Additional.</summary>
    private const int Known = 0x1F00;

    private static readonly Rune[] Table = [.. Enumerable.Range(0, Known).Select(value => Rune.ToLowerInvariant(new Rune(value)))];

    public static char Of(char letter) => letter < Known && !char.IsSurrogate(letter) ? (char)Table[letter].Value : char.ToLowerInvariant(letter);

    public static Rune Of(Rune letter) => letter.Value < Known ? Table[letter.Value] : Rune.ToLowerInvariant(letter);
}
