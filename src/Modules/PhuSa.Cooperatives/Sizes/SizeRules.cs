using PhuSa.Cooperatives.Registry;
using PhuSa.Platform.Rules;

namespace PhuSa.Cooperatives.Sizes;

/// <summary>How large a cooperative is by law, or why that cannot be said. Nobody types it.</summary>
internal enum SizeClass
{
    NotEnoughData,

    /// <summary>The product holds no rule for this field and time.</summary>
    NoRule,
    Micro,
    Small,
    Medium,
    Large,
}

/// <summary>What a size class is computed from: official members, and money in đồng. Null is not known.</summary>
internal sealed record SizeInput(CooperativeSector? Sector, int? OfficialMembers, long? Revenue, long? Capital);

/// <param name="Rule">Code of the rule version that said so; null where none did.</param>
internal sealed record SizeVerdict(SizeClass Class, string? Rule)
{
    public static SizeVerdict NotEnough { get; } = new(SizeClass.NotEnoughData, Rule: null);
}

/// <summary>Members, and one of revenue and capital (đồng), that a class asks for at least.</summary>
internal sealed record SizeThreshold(int Members, long Revenue, long Capital)
{
    public Truth IsMetBy(SizeInput input) => AtLeast(input.OfficialMembers, Members).And(AtLeast(input.Revenue, Revenue).Or(AtLeast(input.Capital, Capital)));

    private static Truth AtLeast(long? value, long least) => value is null ? Truth.Unknown : value >= least ? Truth.Yes : Truth.No;
}

/// <summary>The classes of one field. A threshold that is not known to the product is null, and then nothing below it can be said either.</summary>
internal sealed record SectorSizes(SizeThreshold? Large, SizeThreshold? Medium, SizeThreshold? Small);

/// <summary>One version of the rule.</summary>
/// <param name="From">First day on which it is in force.</param>
/// <param name="To">Last day; null while it is in force.</param>
internal sealed record SizeRule(string Code, string Citation, DateOnly From, DateOnly? To, IReadOnlyDictionary<CooperativeSector, SectorSizes> Sectors);

/// <summary>
/// The versions of the rule by which cooperatives are sorted by size, and the judgement by them. Only rows whose figures are known are here; a field or
/// a class that is missing is answered with <see cref="SizeClass.NoRule"/>, never with a guess.
/// </summary>
internal static class SizeRules
{
    private const long Billion = 1_000_000_000;

    public static IReadOnlyList<SizeRule> All { get; } =
    [
        new("113/2024/NĐ-CP", "Điều 16 Luật Hợp tác xã 17/2023/QH15; Điều 4 và 5 Nghị định 113/2024/NĐ-CP", new DateOnly(2024, 11, 1), To: null, new Dictionary<CooperativeSector, SectorSizes>
        {
            [CooperativeSector.Agriculture] = new(new(300, 50 * Billion, 10 * Billion), new(200, 10 * Billion, 5 * Billion), new(50, 2 * Billion, 1 * Billion)),
            [CooperativeSector.Industry] = new(new(100, 80 * Billion, 20 * Billion), Medium: null, Small: null),
        }),
    ];

    /// <returns>The version in force on this day, or null.</returns>
    public static SizeRule? On(DateOnly day) => All.FirstOrDefault(rule => rule.From <= day && (rule.To is null || rule.To >= day));

    public static SizeRule? Find(string? code) => All.FirstOrDefault(rule => rule.Code == code);

    /// <param name="on">The day whose rule counts: the last one of the year of the figures.</param>
    public static SizeVerdict Judge(SizeInput input, DateOnly on)
    {
        if (input.Sector is not { } sector)
        {
            return SizeVerdict.NotEnough;
        }

        return On(on) is not { } rule || !rule.Sectors.TryGetValue(sector, out var sizes)
            ? new SizeVerdict(SizeClass.NoRule, Rule: null)
            : new SizeVerdict(Judge(input, sizes), rule.Code);
    }

    /// <param name="on">A year that is not over by then is not counted: its money has not all come in.</param>
    /// <returns>The class by the latest year that says anything of it, and that year.</returns>
    public static (SizeVerdict Verdict, int? Year) Latest(CooperativeSector? sector, IEnumerable<CooperativeYear> years, DateOnly on) =>
        years.Where(year => year.SaysSize && year.LastDay <= on).MaxBy(year => year.Year) is { } latest
            ? (Judge(new SizeInput(sector, latest.OfficialMembers, latest.Revenue, latest.Capital), latest.LastDay), latest.Year)
            : (SizeVerdict.NotEnough, null);

    private static SizeClass Judge(SizeInput input, SectorSizes sizes)
    {
        foreach (var (size, threshold) in new[] { (SizeClass.Large, sizes.Large), (SizeClass.Medium, sizes.Medium), (SizeClass.Small, sizes.Small) })
        {
            switch (threshold?.IsMetBy(input))
            {
                case null:
                    return SizeClass.NoRule;
                case Truth.Yes:
                    return size;
                case Truth.Unknown:
                    return SizeClass.NotEnoughData;
            }
        }

        // “Otherwise” is not said of a file with gaps: the officer is asked for the figure instead.
        return input is { OfficialMembers: not null, Revenue: not null, Capital: not null } ? SizeClass.Micro : SizeClass.NotEnoughData;
    }
}
