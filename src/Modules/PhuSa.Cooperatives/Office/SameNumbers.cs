using PhuSa.Cooperatives.Registry;

namespace PhuSa.Cooperatives.Office;

/// <summary>One number is written in many ways: “1600 000 001”, “1600.000.001”, “1600000001-001”.</summary>
internal static class SameNumbers
{
    public static IQueryable<Cooperative> WithNumber(this IQueryable<Cooperative> cooperatives, string number, bool formerToo)
    {
        var digits = number.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return cooperatives.Where(c => c.MergedIntoId == null).Where(c =>
            (c.RegistrationNumber != null && c.RegistrationNumber.Replace(" ", "").Replace(".", "").Replace("-", "") == digits)
            || (formerToo && c.FormerNumbers.Any(former => former.Replace(" ", "").Replace(".", "").Replace("-", "") == digits)));
    }
}
