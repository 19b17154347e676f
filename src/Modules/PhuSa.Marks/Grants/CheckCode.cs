using System.Security.Cryptography;

namespace PhuSa.Marks.Grants;

/// <summary>What somebody typed for a check code.</summary>
/// <param name="Code">The code as it is kept; null for what is none.</param>
/// <param name="IsMistyped">It has the shape of a code, and its last letter says that another one went wrong.</param>
internal readonly record struct TypedCheckCode(string? Code, bool IsMistyped);

/// <summary>
/// What is printed on a label to check it by: eleven random letters and digits that cannot be mixed up (fifty-five bits) and one that is computed from
/// them, so that one wrong letter, or two neighbours swapped, is never another right's code.
/// </summary>
internal static class CheckCode
{
    public const int Length = 12;
    private const int Drawn = Length - 1;
    private const int Group = 4;
    private const int LongestTyped = 64;
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>x⁵ + x² + 1: with it the 32 letters are a field.</summary>
    private const int Polynomial = 0b100101;

    public static string New() => New(RandomNumberGenerator.GetInt32);

    /// <param name="draw">A number from nought to below the given one.</param>
    public static string New(Func<int, int> draw)
    {
        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Drawn; i++)
        {
            code[i] = Letters[draw(Letters.Length)];
        }

        code[Drawn] = Letters[LastOf(code[..Drawn])];
        return new string(code);
    }

    /// <summary>As it is printed and as its address has it: <c>7K3M-Q2X8-D0HT</c>.</summary>
    public static string Written(string code) => code.Length == Length ? $"{code[..Group]}-{code[Group..(2 * Group)]}-{code[(2 * Group)..]}" : code;

    /// <summary>Case, spaces and hyphens do not matter; O is read as nought, I and L as one.</summary>
    public static TypedCheckCode Read(string? typed)
    {
        if (typed is null || typed.Length > LongestTyped)
        {
            return default;
        }

        Span<char> code = stackalloc char[Length];
        var length = 0;
        foreach (var character in typed)
        {
            if (char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.DashPunctuation)
            {
                continue;
            }

            var letter = char.ToUpperInvariant(character) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (length == Length || !Letters.Contains(letter, StringComparison.Ordinal))
            {
                return default;
            }

            code[length++] = letter;
        }

        return length != Length ? default
            : Letters[LastOf(code[..Drawn])] == code[Drawn] ? new TypedCheckCode(new string(code), IsMistyped: false)
            : new TypedCheckCode(null, IsMistyped: true);
    }

    /// <summary>Each place has its own weight, and two neighbours never the same, so that both kinds of slip change the sum.</summary>
    private static int LastOf(ReadOnlySpan<char> drawn)
    {
        var sum = 0;
        foreach (var letter in drawn)
        {
            sum = Twice(sum ^ Letters.IndexOf(letter, StringComparison.Ordinal));
        }

        return sum;
    }

    /// <summary>Times x in the field.</summary>
    private static int Twice(int value) => (value << 1) is var twice && twice >= Letters.Length ? twice ^ Polynomial : twice;
}
