using System.Security.Cryptography;

namespace PhuSa.Portal.Feedback;

/// <summary>What a sender writes down: ten letters and digits that cannot be mixed up (Crockford), fifty random bits, shown as <c>7K2QH-0M4ZD</c>.</summary>
internal static class ReferenceCode
{
    public const int Length = 10;
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    public static string Written(string code) => code.Length == Length ? $"{code[..5]}-{code[5..]}" : code;

    /// <returns>The code as it is kept; null for what is none. O is read as nought, I and L as one.</returns>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 4 * Length)
        {
            return null;
        }

        var code = string.Concat(typed.Where(c => c is not (' ' or '-' or '–')).Select(char.ToUpperInvariant).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }));
        return code.Length == Length && code.All(Letters.Contains) ? code : null;
    }
}
