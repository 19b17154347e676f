using PhoneNumbers;

namespace PhuSa.Identity.People;

/// <summary>Telephone numbers as people write them (0912 345 678, +84 912.345.678) and as they are kept (+84912345678).</summary>
internal static class PhoneNumber
{
    private const string Home = "VN";
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    public static bool TryRead(string? written, out string kept)
    {
        kept = "";
        if (string.IsNullOrWhiteSpace(written) || written.Length > 40)
        {
            return false;
        }

        try
        {
            var number = Numbers.Parse(written, Home);
            if (!Numbers.IsValidNumber(number))
            {
                return false;
            }

            kept = Numbers.Format(number, PhoneNumberFormat.E164);
            return true;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    /// <summary>As it is dialled at home, without spaces: 0912345678.</summary>
    public static string Digits(string kept) => string.Concat(Written(kept).Where(char.IsAsciiDigit));

    /// <summary>As a Vietnamese reader writes it: 0912 345 678.</summary>
    public static string Written(string kept) => Numbers.Format(Numbers.Parse(kept, Home), PhoneNumberFormat.NATIONAL);
}
