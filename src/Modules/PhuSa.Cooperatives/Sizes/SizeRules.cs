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
/// The versions of the rule by which cooperatives are sorted by size. Only rows whose figures are known are here: the others are data of an office
/// (<see cref="SizeBound"/>), never a guess.
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

    /// <returns>What the product knows that a class of a field asks for.</returns>
    public static SizeThreshold? Known(SizeRule rule, CooperativeSector sector, SizeClass size) => rule.Sectors.GetValueOrDefault(sector) is not { } sizes ? null : size switch
    {
        SizeClass.Large => sizes.Large,
        SizeClass.Medium => sizes.Medium,
        SizeClass.Small => sizes.Small,
        _ => null,
    };

    public static SizeRule? Find(string? code) => All.FirstOrDefault(rule => rule.Code == code);
}
