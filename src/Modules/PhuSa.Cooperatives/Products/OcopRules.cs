namespace PhuSa.Cooperatives.Products;

/// <summary>Groups of products as the versions of the criteria call them; two versions share some.</summary>
internal enum OcopGroup
{
    Food,
    Drinks,
    Herbs,
    Garments,
    Souvenirs,
    RuralServices,
    Medicinal,
    Handicrafts,
    Ornamentals,
    CommunityTourism,
}

/// <summary>Whose council evaluates.</summary>
internal enum OcopLevel
{
    Commune,

    /// <summary>Of papers from before the reform of July 2025; there is none since.</summary>
    District,
    Province,
    Central,
}

/// <summary>The stars that a number of points gives: the same bounds in every version.</summary>
internal static class OcopStars
{
    public const int Most = 5;

    /// <summary>From so many points on a product goes to the ministry, which alone certifies five stars.</summary>
    public const decimal ForTheMinistry = 90;

    public static int Of(decimal points) => points switch
    {
        >= ForTheMinistry => Most,
        >= 70 => 4,
        >= 50 => 3,
        >= 30 => 2,
        _ => 1,
    };
}

/// <summary>The points of the three parts: A the product and the community's strength, B marketing, C quality.</summary>
internal sealed record OcopScores(decimal A, decimal B, decimal C)
{
    public decimal Total => A + B + C;
}

/// <summary>What stars a level certifies.</summary>
internal sealed record StarRange(int Least, int Most);

/// <summary>One version of the criteria.</summary>
/// <param name="Citation">The decision that orders it.</param>
/// <param name="From">First day on which it is in force.</param>
/// <param name="To">Last day; null while it is in force.</param>
/// <param name="Certifies">Which level certifies what; null where the product does not hold that rule, and then no level is refused.</param>
/// <param name="RenewalPapers">What a file for evaluating again has to hold.</param>
internal sealed record OcopRule(
    string Code,
    string Citation,
    DateOnly From,
    DateOnly? To,
    OcopScores Most,
    IReadOnlyList<OcopGroup> Groups,
    IReadOnlyDictionary<OcopLevel, StarRange>? Certifies,
    IReadOnlyList<string> RenewalPapers)
{
    /// <summary>The parts that have more points than this version allows, or fewer than none.</summary>
    public IEnumerable<(string Part, decimal Most)> Wrong(OcopScores scores) =>
        new[] { ("A", scores.A, Most.A), ("B", scores.B, Most.B), ("C", scores.C, Most.C) }
            .Where(part => part.Item2 < 0 || part.Item2 > part.Item3)
            .Select(part => (part.Item1, part.Item3));
}

/// <summary>The versions of the criteria, chosen by the day of the evaluation.</summary>
internal static class OcopRules
{
    private static readonly string[] Renewal = ["Phiếu đăng ký đánh giá, phân hạng lại", "Báo cáo kết quả 3 năm kể từ khi được chứng nhận"];

    private static readonly OcopGroup[] GroupsOf2023 =
        [OcopGroup.Food, OcopGroup.Drinks, OcopGroup.Medicinal, OcopGroup.Handicrafts, OcopGroup.Ornamentals, OcopGroup.CommunityTourism];

    public static IReadOnlyList<OcopRule> All { get; } =
    [
        new(
            "1048/QĐ-TTg",
            "Quyết định 1048/QĐ-TTg ngày 21/8/2019",
            new DateOnly(2019, 8, 21),
            new DateOnly(2023, 2, 23),
            new OcopScores(35, 25, 40),
            [OcopGroup.Food, OcopGroup.Drinks, OcopGroup.Herbs, OcopGroup.Garments, OcopGroup.Souvenirs, OcopGroup.RuralServices],
            Certifies: null,
            Renewal),
        new(
            "148/QĐ-TTg",
            "Quyết định 148/QĐ-TTg ngày 24/2/2023",
            new DateOnly(2023, 2, 24),
            new DateOnly(2025, 7, 5),
            new OcopScores(40, 25, 35),
            GroupsOf2023,
            Certifies: null,
            Renewal),

        // What is known of it is who certifies. Nothing known says that it changed groups or points, so those of 148/QĐ-TTg stand. Criteria for 2026–2030
        // are not known to the product: until a version of theirs is entered here, this one has no last day.
        new(
            "1489/QĐ-TTg",
            "Quyết định 1489/QĐ-TTg ngày 6/7/2025",
            new DateOnly(2025, 7, 6),
            To: null,
            new OcopScores(40, 25, 35),
            GroupsOf2023,
            new Dictionary<OcopLevel, StarRange> { [OcopLevel.Province] = new(3, 4), [OcopLevel.Central] = new(5, 5) },
            Renewal),
    ];

    /// <returns>The version in force on this day; null where the product holds none.</returns>
    public static OcopRule? On(DateOnly day) => All.FirstOrDefault(rule => rule.From <= day && (rule.To is null || rule.To >= day));

    public static OcopRule? Find(string? code) => All.FirstOrDefault(rule => rule.Code == code);
}

/// <summary>For how long a certificate holds, and when somebody has to be told.</summary>
internal static class OcopTerm
{
    public const int Months = 36;

    /// <summary>The letter to the owner goes out at least so many days before the end.</summary>
    public const int LetterDays = 30;

    /// <summary>People are reminded this long before the end, the nearest last.</summary>
    public static IReadOnlyList<int> ReminderDays { get; } = [90, 60, 30];

    public static int SoonDays => ReminderDays[0];

    /// <summary>The corresponding day of the last month, or its last day where it has no such day (Civil Code 2015, article 148).</summary>
    public static DateOnly EndOf(DateOnly decidedOn) => decidedOn.AddMonths(Months);

    /// <returns>The first day on which a certificate may have been decided that still holds on this day.</returns>
    public static DateOnly EarliestDecisionFor(DateOnly day)
    {
        var decided = day.AddMonths(-Months);
        while (EndOf(decided) < day)
        {
            decided = decided.AddDays(1);
        }

        while (EndOf(decided.AddDays(-1)) >= day)
        {
            decided = decided.AddDays(-1);
        }

        return decided;
    }

    public static DateOnly LetterBy(DateOnly expiresOn) => expiresOn.AddDays(-LetterDays);
}
