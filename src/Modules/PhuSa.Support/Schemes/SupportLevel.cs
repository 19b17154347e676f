using PhuSa.Platform.Rules;

namespace PhuSa.Support.Schemes;

/// <summary>Which number stands between a project and its amount of support.</summary>
internal enum SupportLevelGap
{
    None,
    Rate,
    Ceiling,
    EligibleCost,
}

/// <summary>
/// The amount of support: rate × eligible cost or the ceiling, whichever is lower, in whole đồng (a fraction of a đồng is dropped).
/// Unknown as long as one of the three numbers is not known.
/// </summary>
/// <param name="Amount">đồng; null when unknown.</param>
/// <param name="Gap">The first number that is missing.</param>
/// <param name="Capped">The ceiling decided.</param>
internal sealed record SupportLevel(long? Amount, SupportLevelGap Gap, bool Capped)
{
    /// <exception cref="RefusedException">A negative cost.</exception>
    public static SupportLevel Of(int? ratePercent, long? ceiling, long? eligibleCost)
    {
        if (eligibleCost < 0)
        {
            throw new RefusedException("Chi phí được tính hỗ trợ không được âm.");
        }

        if (ratePercent is not { } rate)
        {
            return Unknown(SupportLevelGap.Rate);
        }

        if (ceiling is not { } most)
        {
            return Unknown(SupportLevelGap.Ceiling);
        }

        if (eligibleCost is not { } cost)
        {
            return Unknown(SupportLevelGap.EligibleCost);
        }

        var share = (long)((Int128)cost * rate / SchemeVersion.MostPercent);
        return new SupportLevel(Math.Min(share, most), SupportLevelGap.None, Capped: most < share);
    }

    private static SupportLevel Unknown(SupportLevelGap gap) => new(null, gap, Capped: false);
}
