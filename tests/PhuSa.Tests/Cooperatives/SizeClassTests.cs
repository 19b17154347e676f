using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Sizes;

namespace PhuSa.Tests.Cooperatives;

/// <summary>Point 19: the size class by field and rule version, from official members and one of revenue and capital.</summary>
public sealed class SizeClassTests
{
    private const long Billion = 1_000_000_000;
    private static readonly DateOnly InForce = new(2025, 12, 31);

    [Theory]
    [InlineData(300, 50, null, "Large")]
    [InlineData(300, null, 10, "Large")]
    [InlineData(300, 49, 9, "Medium")]
    [InlineData(299, 900, 900, "Medium")]
    [InlineData(200, 10, null, "Medium")]
    [InlineData(200, 9, 4, "Small")]
    [InlineData(50, 2, null, "Small")]
    [InlineData(50, null, 1, "Small")]
    [InlineData(50, 1, 0, "Micro")]
    [InlineData(49, 900, 900, "Micro")]
    [InlineData(0, 0, 0, "Micro")]
    public void Point_19_agriculture_is_members_and_one_of_revenue_and_capital_falling_down_to_the_next_class(int members, int? revenue, int? capital, string size) =>
        Assert.Equal(size, Judge(CooperativeSector.Agriculture, members, revenue, capital).Class.ToString());

    [Theory]
    [InlineData(null, 900, 900)]
    [InlineData(300, 49, null)]
    [InlineData(300, null, null)]
    [InlineData(60, null, null)]
    [InlineData(null, null, null)]
    [InlineData(7, null, null)]
    [InlineData(7, 1, null)]
    public void Point_19_a_missing_figure_gives_not_enough_data_and_never_micro(int? members, int? revenue, int? capital) =>
        Assert.Equal(SizeClass.NotEnoughData, Judge(CooperativeSector.Agriculture, members, revenue, capital).Class);

    [Fact]
    public void Point_19_a_figure_that_cannot_change_the_answer_may_be_missing() =>
        Assert.Equal(SizeClass.Medium, Judge(CooperativeSector.Agriculture, 250, 20, capital: null).Class);

    [Fact]
    public void Point_19_without_a_field_nothing_is_said() => Assert.Equal(SizeClass.NotEnoughData, Judge(sector: null, 300, 60, 60).Class);

    [Theory]
    [InlineData("Services", 5, 1, 1)]
    [InlineData("Finance", 5, 1, 1)]
    [InlineData("Industry", 99, 900, 900)]
    [InlineData("Industry", 100, 79, 19)]
    public void A_row_that_is_not_known_is_no_rule_and_not_a_guess(string sector, int members, int? revenue, int? capital) =>
        Assert.Equal(SizeClass.NoRule, Judge(Enum.Parse<CooperativeSector>(sector), members, revenue, capital).Class);

    [Fact]
    public void The_one_known_row_of_industry_is_a_rule()
    {
        Assert.Equal(SizeClass.Large, Judge(CooperativeSector.Industry, 100, 80, capital: null).Class);
        Assert.Equal(SizeClass.NotEnoughData, Judge(CooperativeSector.Industry, 100, revenue: null, capital: null).Class);
    }

    [Fact]
    public void A_rule_holds_from_its_day_on_and_the_answer_names_its_version()
    {
        var input = new SizeInput(CooperativeSector.Agriculture, 300, 50 * Billion, 10 * Billion);

        Assert.Equal(new SizeVerdict(SizeClass.NoRule, Rule: null), SizeScale.BuiltIn.Judge(input, new DateOnly(2024, 10, 31)));
        Assert.Equal(new SizeVerdict(SizeClass.Large, "113/2024/NĐ-CP"), SizeScale.BuiltIn.Judge(input, new DateOnly(2024, 11, 1)));
        Assert.NotNull(SizeRules.Find("113/2024/NĐ-CP"));
    }

    [Fact]
    public void The_class_is_of_the_latest_year_that_says_something_and_keeps_year_and_rule()
    {
        var cooperative = new Cooperative(Guid.CreateVersion7(), "a");
        cooperative.Register(new Registration(null, null, [], PhuSa.Platform.Rules.RecordTime.Unknown, null, CooperativeSector.Agriculture, null, null));
        var (early, late, silent) = (Year(cooperative, 2024, 300, 60 * Billion), Year(cooperative, 2025, 60, 2 * Billion), new CooperativeYear(Guid.CreateVersion7(), cooperative.Id, 2026));

        cooperative.Classify([early, late, silent], new DateOnly(2026, 7, 1), SizeScale.BuiltIn);
        Assert.Equal((SizeClass.Small, 2025, "113/2024/NĐ-CP"), (cooperative.Size, cooperative.SizeYear, cooperative.SizeRule));

        cooperative.Classify([], new DateOnly(2026, 7, 1), SizeScale.BuiltIn);
        Assert.Equal((SizeClass.NotEnoughData, null, null), (cooperative.Size, cooperative.SizeYear, cooperative.SizeRule));
    }

    [Theory]
    [InlineData("2026-12-30", "Micro", 2024)]
    [InlineData("2026-12-31", "Small", 2026)]
    [InlineData("2024-12-30", "NotEnoughData", null)]
    public void Point_19_a_year_that_is_not_over_does_not_class(string today, string size, int? year)
    {
        var cooperative = new Cooperative(Guid.CreateVersion7(), "a");
        cooperative.Sort(CooperativeSector.Agriculture, field: null);
        var over = new CooperativeYear(Guid.CreateVersion7(), cooperative.Id, 2024);
        over.Describe(new YearContent(20, null, null, 100_000_000, 200_000_000, Source: null));

        cooperative.Classify([over, Year(cooperative, 2026, 60, 3 * Billion)], DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), SizeScale.BuiltIn);

        Assert.Equal((size, year), (cooperative.Size.ToString(), cooperative.SizeYear));
    }

    private static SizeVerdict Judge(CooperativeSector? sector, int? members, int? revenue, int? capital) =>
        SizeScale.BuiltIn.Judge(new SizeInput(sector, members, revenue * Billion, capital * Billion), InForce);

    private static CooperativeYear Year(Cooperative cooperative, int year, int members, long revenue)
    {
        var row = new CooperativeYear(Guid.CreateVersion7(), cooperative.Id, year);
        row.Describe(new YearContent(members, null, null, Capital: null, revenue, Source: null));
        return row;
    }
}
