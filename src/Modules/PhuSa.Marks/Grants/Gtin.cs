namespace PhuSa.Marks.Grants;

/// <summary>The number under a product's bar code (GS1): 8, 12, 13 or 14 digits, the last of which is computed from the others.</summary>
internal static class Gtin
{
    public const int Length = 14;

    /// <returns>Fourteen digits, filled up with noughts in front; null for what is none.</returns>
    public static string? Read(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(c => c is not (' ' or '-')));
        if (digits.Length is not (8 or 12 or 13 or Length) || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        var gtin = digits.PadLeft(Length, '0');
        return gtin.Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 3 : 1)).Sum() % 10 == 0 ? gtin : null;
    }
}
