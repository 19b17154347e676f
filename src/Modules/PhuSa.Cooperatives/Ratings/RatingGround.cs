using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Ratings;

/// <summary>Why the rule does not rate a cooperative.</summary>
internal enum NotRatedReason
{
    TooYoung,
    Stopped,
    Ended,
}

/// <summary>What is missing before anything can be said.</summary>
internal enum RatingGap
{
    Founding,
    Status,
    Points,
}

/// <summary>Whether the rule rates a cooperative for a year, before anybody counts points.</summary>
/// <param name="Reason">Why it does not; null where it does, or where that is open.</param>
/// <param name="Gaps">What the file leaves open; empty where there is a reason.</param>
internal sealed record RatingGround(NotRatedReason? Reason, IReadOnlyList<RatingGap> Gaps)
{
    public static RatingGround Of(RatingRule rule, int year, Cooperative cooperative)
    {
        var work = new WorkingYear(cooperative, year);
        var young = IsTooYoung(rule, year, cooperative.Founded);
        var stopped = work.StoppedLongerThan(rule.MostStoppedMonths);
        NotRatedReason? reason = work.IsEnded ? NotRatedReason.Ended
            : young == Truth.Yes ? NotRatedReason.TooYoung
            : stopped == Truth.Yes ? NotRatedReason.Stopped
            : null;
        if (reason is not null)
        {
            return new RatingGround(reason, []);
        }

        var gaps = new List<RatingGap>();
        if (young == Truth.Unknown)
        {
            gaps.Add(RatingGap.Founding);
        }

        if (stopped == Truth.Unknown)
        {
            gaps.Add(RatingGap.Status);
        }

        return new RatingGround(Reason: null, gaps);
    }

    /// <summary>Founded on 1 January it has worked for twelve months when the year is over.</summary>
    private static Truth IsTooYoung(RatingRule rule, int year, RecordTime founded)
    {
        if (founded is not { From: { } first, To: { } last })
        {
            return Truth.Unknown;
        }

        var latest = RatingRules.LastDay(year).AddDays(1).AddMonths(-rule.LeastMonths);
        return last <= latest ? Truth.No : first > latest ? Truth.Yes : Truth.Unknown;
    }
}

/// <summary>The rating of one year.</summary>
/// <param name="Points">The sum; null where a criterion has none.</param>
internal sealed record RatingVerdict(RatingClass Class, decimal? Points, NotRatedReason? Reason, IReadOnlyList<RatingGap> Gaps)
{
    public static RatingVerdict Of(RatingRule rule, RatingGround ground, decimal? points)
    {
        if (ground.Reason is not null)
        {
            return new RatingVerdict(RatingClass.NotRated, points, ground.Reason, []);
        }

        IReadOnlyList<RatingGap> gaps = points is null ? [.. ground.Gaps, RatingGap.Points] : ground.Gaps;
        return gaps.Count > 0 || points is not { } sum
            ? new RatingVerdict(RatingClass.NotEnoughData, points, Reason: null, gaps)
            : new RatingVerdict(rule.ClassOf(sum), sum, Reason: null, []);
    }
}
