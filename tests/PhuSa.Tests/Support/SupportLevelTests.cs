using PhuSa.Platform.Rules;
using PhuSa.Support.Schemes;

namespace PhuSa.Tests.Support;

public sealed class SupportLevelTests
{
    [Theory]
    [InlineData(30, 500_000_000L, 1_000_000_000L, 300_000_000L, false)]
    [InlineData(30, 500_000_000L, 2_000_000_000L, 500_000_000L, true)]
    [InlineData(50, 100L, 3L, 1L, false)]
    [InlineData(100, long.MaxValue, long.MaxValue, long.MaxValue, false)]
    [InlineData(0, 100L, 3L, 0L, false)]
    public void Point_07_support_is_the_lower_of_rate_times_cost_and_ceiling(int rate, long ceiling, long cost, long amount, bool capped)
    {
        var level = SupportLevel.Of(rate, ceiling, cost);

        Assert.Equal((amount, capped), (level.Amount, level.Capped));
    }

    [Theory]
    [InlineData(null, 1L, 1L, SupportLevelGap.Rate)]
    [InlineData(30, null, 1L, SupportLevelGap.Ceiling)]
    [InlineData(30, 1L, null, SupportLevelGap.EligibleCost)]
    internal void Point_07_a_missing_number_makes_it_unknown_never_zero(int? rate, long? ceiling, long? cost, SupportLevelGap gap)
    {
        var level = SupportLevel.Of(rate, ceiling, cost);

        Assert.Null(level.Amount);
        Assert.Equal(gap, level.Gap);
    }

    [Fact]
    public void A_negative_cost_is_refused() => Assert.Throws<RefusedException>(() => SupportLevel.Of(30, 1, -1));
}
