using PhuSa.Cooperatives.Contracts;

namespace PhuSa.Cooperatives.Ratings;

/// <summary>How a cooperative is rated for a year, or why that cannot be said.</summary>
internal enum RatingClass
{
    NotEnoughData,

    /// <summary>The rule does not rate it, whatever its points.</summary>
    NotRated,
    Weak,
    Average,
    Fair,
    Good,
}

/// <param name="Name">Vietnamese, a key of the module's English table.</param>
/// <param name="Topic">What other modules' records say something of; null where none do.</param>
internal sealed record RatingCriterion(int Number, string Name, RatingTopic? Topic = null);

/// <param name="Least">Points from which on the class holds.</param>
internal sealed record RatingBand(RatingClass Class, decimal Least);

/// <summary>A day of the calendar, in the year rated or the one after.</summary>
internal sealed record DueDay(int Month, int Day, int YearsAfter)
{
    public DateOnly Of(int year) => new(year + YearsAfter, Month, Day);
}

/// <param name="SelfScore">Until when the cooperative sends its own points.</param>
/// <param name="Province">Until when whoever registers it tells the province.</param>
/// <param name="Ministry">Until when the province tells the ministry.</param>
/// <param name="Figures">Until when the cooperative tells the members and money of the year.</param>
internal sealed record DueDays(DueDay SelfScore, DueDay Province, DueDay Ministry, DueDay Figures);

/// <summary>One version of the rule.</summary>
/// <param name="From">First day on which it is in force.</param>
/// <param name="To">Last day; null while it is in force.</param>
/// <param name="Bands">From the highest down; below the last is <see cref="RatingClass.Weak"/>.</param>
/// <param name="LeastMonths">Whoever has worked for fewer at the end of the year is not rated.</param>
/// <param name="MostStoppedMonths">Whoever stopped for longer in the year, all stops together, is not rated.</param>
internal sealed record RatingRule(
    string Code, string Citation, DateOnly From, DateOnly? To, IReadOnlyList<RatingCriterion> Criteria, IReadOnlyList<RatingBand> Bands, int LeastMonths, int MostStoppedMonths, DueDays Due)
{
    /// <summary>All criteria together give at most so many points. How many a single one gives at most is not known to the product: an office that knows enters it.</summary>
    public const decimal MostPoints = 100;

    public RatingCriterion? Find(int number) => Criteria.FirstOrDefault(criterion => criterion.Number == number);

    public RatingClass ClassOf(decimal points) => Bands.FirstOrDefault(band => points >= band.Least)?.Class ?? RatingClass.Weak;
}

/// <summary>The versions of the rule by which cooperatives are rated each year.</summary>
internal static class RatingRules
{
    public static IReadOnlyList<RatingRule> All { get; } =
    [
        // Written under the law of 2012; a rule that replaces it is not known to the product.
        new(
            "01/2020/TT-BKHĐT",
            "Thông tư 01/2020/TT-BKHĐT về phân loại và đánh giá hợp tác xã",
            new DateOnly(2020, 4, 1),
            To: null,
            [
                new(1, "Vốn"),
                new(2, "Tài sản"),
                new(3, "Kết quả sản xuất, kinh doanh"),
                new(4, "Các quỹ"),
                new(5, "Chấp hành pháp luật"),
                new(6, "Tranh chấp, khiếu nại"),
                new(7, "Trình độ của người quản lý"),
                new(8, "Chính sách với thành viên và người lao động"),
                new(9, "Công nghệ, thương hiệu, chuỗi giá trị", RatingTopic.TechnologyAndBrand),
                new(10, "Thành viên tham gia hợp tác xã"),
                new(11, "Lợi ích của thành viên"),
                new(12, "Dịch vụ cho thành viên"),
                new(13, "Thông tin, đào tạo, bồi dưỡng"),
                new(14, "Đóng góp cho cộng đồng"),
                new(15, "Khen thưởng trong năm", RatingTopic.Awards),
            ],
            [new(RatingClass.Good, 80), new(RatingClass.Fair, 65), new(RatingClass.Average, 50)],
            LeastMonths: 12,
            MostStoppedMonths: 3,
            new DueDays(new(12, 15, 0), new(12, 18, 0), new(12, 21, 0), new(1, 15, 1))),
    ];

    /// <returns>The version in force at the end of the year, or null.</returns>
    public static RatingRule? Of(int year) => year is < 1 or > 9998 ? null : All.FirstOrDefault(rule => rule.From <= LastDay(year) && (rule.To is null || rule.To >= LastDay(year)));

    public static RatingRule? Find(string code) => All.FirstOrDefault(rule => rule.Code == code);

    /// <summary>The first year that a rule of the product reaches.</summary>
    public static int FirstYear => All.Min(rule => rule.From.Year);

    public static DateOnly LastDay(int year) => new(year, 12, 31);
}
