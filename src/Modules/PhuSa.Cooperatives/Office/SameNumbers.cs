using PhuSa.Cooperatives.Registry;

namespace PhuSa.Cooperatives.Office;

/// <summary>One number is written in many ways: “1600 000 001”, “1600.000.001”, “1600000001-001”.</summary>
internal static class SameNumbers
{
    /// <returns>The number without the ways in which it is written; null where nothing is left.</returns>
    public static string? Digits(string? number) =>
        number?.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal) is { Length: > 0 } digits ? digits : null;

    public static IQueryable<Cooperative> WithNumber(this IQueryable<Cooperative> cooperatives, string number, bool formerToo)
    {
        var digits = Digits(number);
        return cooperatives.Where(c => c.MergedIntoId == null).Where(c =>
            (c.RegistrationNumber != null && c.RegistrationNumber.Replace(" ", "").Replace(".", "").Replace("-", "") == digits)
            || (formerToo && c.FormerNumbers.Any(former => former.Replace(" ", "").Replace(".", "").Replace("-", "") == digits)));
    }
}
