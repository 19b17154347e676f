namespace PhuSa.Cooperatives.Office;

/// <summary>Telephone numbers of cooperatives as desks type them (0912 345 678, +84 912.345.678, (0296) 3.123.456) and as they are kept and compared (digits, as dialled at home).</summary>
internal static class PhoneWords
{
    private const int Shortest = 9;
    private const int Longest = 11;

    /// <returns>False where it is no number of this country.</returns>
    public static bool TryRead(string? typed, out string kept)
    {
        kept = "";
        if (typed is null || typed.Any(character => !char.IsAsciiDigit(character) && !" .-()+".Contains(character, StringComparison.Ordinal)))
        {
            return false;
        }

        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        kept = typed.TrimStart().StartsWith("+84", StringComparison.Ordinal) ? "0" + digits[2..].TrimStart('0') : digits;
        return kept.Length is >= Shortest and <= Longest && kept[0] == '0';
    }
}
