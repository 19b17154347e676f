using System.Security.Cryptography;
using System.Text;

namespace PhuSa.Identity.Factors;

/// <summary>Codes that people copy from paper: capital letters and digits that nobody mistakes for one another, in groups of four.</summary>
internal static class TypedCode
{
    /// <summary>Without 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U and V.</summary>
    private const string Letters = "ACDEFGHJKMNPQRTWXY34679";
    private const int Group = 4;

    public static string New(int length) => RandomNumberGenerator.GetString(Letters, length);

    /// <summary>ABCD-EFGH.</summary>
    public static string Written(string code) => string.Join('-', code.Chunk(Group).Select(group => new string(group)));

    /// <summary>As it was made, however it was typed: small letters, blanks and dashes do not matter.</summary>
    public static string Read(string? typed)
    {
        var read = new StringBuilder();
        foreach (var letter in typed ?? "")
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                read.Append(char.ToUpperInvariant(letter));
            }
        }

        return read.ToString();
    }
}
