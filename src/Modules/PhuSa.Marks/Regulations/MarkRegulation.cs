using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Regulations;

/// <summary>What a regulation on the use of a certification mark has to say (Law on Intellectual Property, article 105). Null where the source does not say it.</summary>
/// <param name="Conditions">Who may use the mark.</param>
/// <param name="Characteristics">What the mark certifies.</param>
/// <param name="Control">How that is assessed, and how the use is controlled.</param>
/// <param name="Cost">What a user pays.</param>
/// <param name="Zone">Where the product has to be made.</param>
/// <param name="ProductGroups">One a line.</param>
internal sealed record RegulationText(string? Conditions, string? Characteristics, string? Control, string? Cost, string? Zone, string? ProductGroups);

/// <summary>What the regulation rules in numbers. Null where it does not: then nothing is counted and no last day is shown.</summary>
/// <param name="AppraisalDays">Working days from the application to the result of its appraisal; the clock stands while the applicant supplements.</param>
/// <param name="SupplementDays">Working days that the applicant has to supplement.</param>
/// <param name="IssueDays">Working days from a good result to the certificate.</param>
/// <param name="ValidMonths">How long a right lasts.</param>
/// <param name="BanMonths">For how long nothing new is given after a revocation.</param>
/// <param name="BanCovers">What is not given in that time; the same product where the regulation does not say.</param>
internal sealed record RegulationRules(int? AppraisalDays, int? SupplementDays, int? IssueDays, int? ValidMonths, int? BanMonths, BanCovers? BanCovers = null);

/// <summary>What a revocation keeps from being given.</summary>
internal enum BanCovers
{
    /// <summary>The same product of the same holder.</summary>
    Product,

    /// <summary>Any product of the same holder.</summary>
    Holder,
}

/// <summary>One version of the regulation on the use of a certification mark. Each application is judged by the version of the day on which it was submitted.</summary>
internal sealed class MarkRegulation : IJournaled, ISaidToReaders
{
    public const int TextMaxLength = 4000;
    public const int MostDays = 365;
    public const int MostMonths = 240;

    private MarkRegulation()
    {
    }

    public MarkRegulation(Guid id, Guid markId)
    {
        Id = id;
        MarkId = markId;
    }

    public Guid Id { get; private init; }

    public Guid MarkId { get; private init; }

    /// <summary>Its first day. Two versions of one mark never begin on one day.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>The paper that issued it; null where not recorded.</summary>
    public Guid? PaperId { get; private set; }

    public string? Conditions { get; private set; }

    public string? Characteristics { get; private set; }

    public string? Control { get; private set; }

    public string? Cost { get; private set; }

    public string? Zone { get; private set; }

    public string? ProductGroups { get; private set; }

    public int? AppraisalDays { get; private set; }

    public int? SupplementDays { get; private set; }

    public int? IssueDays { get; private set; }

    public int? ValidMonths { get; private set; }

    public int? BanMonths { get; private set; }

    public BanCovers? BanCovers { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => $"Quy chế có hiệu lực từ {VietnamTime.Written(ValidFrom)}";

    public IEnumerable<(string Of, string Words)> Said() => SaidWords.Of((nameof(Conditions), Conditions), (nameof(Characteristics), Characteristics), (nameof(Control), Control), (nameof(Cost), Cost), (nameof(Zone), Zone), (nameof(ProductGroups), ProductGroups));

    /// <exception cref="RefusedException">A number cannot be.</exception>
    public void Write(DateOnly validFrom, Guid? paperId, RegulationText text, RegulationRules rules)
    {
        if (new[] { rules.AppraisalDays, rules.SupplementDays, rules.IssueDays }.Any(days => days is < 1 or > MostDays) || new[] { rules.ValidMonths, rules.BanMonths }.Any(months => months is < 1 or > MostMonths))
        {
            throw new RefusedException("Số ngày từ 1 đến {0}, số tháng từ 1 đến {1}; quy chế không quy định thì để trống.", MostDays, MostMonths);
        }

        (ValidFrom, PaperId) = (validFrom, paperId);
        (Conditions, Characteristics, Control, Cost, Zone, ProductGroups) = (text.Conditions, text.Characteristics, text.Control, text.Cost, text.Zone, text.ProductGroups);
        (AppraisalDays, SupplementDays, IssueDays, ValidMonths) = (rules.AppraisalDays, rules.SupplementDays, rules.IssueDays, rules.ValidMonths);
        (BanMonths, BanCovers) = (rules.BanMonths, rules.BanCovers);
    }

    /// <returns>The last day on which nothing new is given after a revocation of this day; null where the regulation does not say.</returns>
    public DateOnly? BannedUntil(DateOnly revoked) => BanMonths is { } months ? revoked.AddMonths(months).AddDays(-1) : null;

    /// <returns>The last day of a right that begins on this day; null where the regulation does not say.</returns>
    public DateOnly? LastDayFrom(DateOnly first) => ValidMonths is { } months ? first.AddMonths(months).AddDays(-1) : null;
}
