using PhuSa.Platform.Journal;

namespace PhuSa.Cooperatives.Registry;

/// <summary>
/// Members at the end of a year by the three types of the Law on Cooperatives 17/2023 (article 4; the Alliance's classes are another thing),
/// and money of that year in whole đồng. What was not told is null.
/// </summary>
internal sealed record YearContent(int? OfficialMembers, int? CapitalLinkedMembers, int? LinkedMembers, long? Capital, long? Revenue, string? Source)
{
    /// <summary>Who works for it at the end of the year, members and others.</summary>
    public int? Employees { get; init; }

    public long? Assets { get; init; }

    /// <summary>Of the year.</summary>
    public long? Investment { get; init; }

    private IReadOnlyList<long?> Values => [OfficialMembers, CapitalLinkedMembers, LinkedMembers, Capital, Revenue, Employees, Assets, Investment];

    /// <param name="before">What was on record.</param>
    /// <param name="source">Where these values come from that are other than before.</param>
    /// <returns>Where all of them come from: values that stay keep the source that they have.</returns>
    public string? SourceAfter(YearContent before, string source)
    {
        if (Values.SequenceEqual(before.Values))
        {
            return before.Source;
        }

        var keeps = Values.Zip(before.Values).Any(pair => pair.First is not null && pair.First == pair.Second);
        if (!keeps || before.Source is not { } earlier)
        {
            return source;
        }

        return earlier.Split("; ").Contains(source, StringComparer.Ordinal) ? earlier
            : $"{earlier}; {source}" is { Length: <= CooperativeYear.SourceMaxLength } both ? both
            : source;
    }
}

/// <summary>A cooperative's figures of one year.</summary>
internal sealed class CooperativeYear : IJournaled
{
    public const int SourceMaxLength = 500;
    public const int FirstYear = 1945;
    public const int MostMembers = 10_000_000;
    public const long MostMoney = 1_000_000_000_000_000;

    private CooperativeYear()
    {
    }

    public CooperativeYear(Guid id, Guid cooperativeId, int year)
    {
        Id = id;
        CooperativeId = cooperativeId;
        Year = year;
    }

    public Guid Id { get; private init; }

    public Guid CooperativeId { get; private init; }

    public int Year { get; private init; }

    /// <summary>Contribute capital and use its services or give labour.</summary>
    public int? OfficialMembers { get; private set; }

    /// <summary>Contribute capital only.</summary>
    public int? CapitalLinkedMembers { get; private set; }

    /// <summary>Contribute no capital.</summary>
    public int? LinkedMembers { get; private set; }

    /// <summary>Total capital, đồng.</summary>
    public long? Capital { get; private set; }

    /// <summary>Of the year, đồng.</summary>
    public long? Revenue { get; private set; }

    /// <summary>At the end of the year; the yearly report tells them beside members, results and capital (Decree 107/2017).</summary>
    public int? Employees { get; private set; }

    /// <summary>Total assets, đồng.</summary>
    public long? Assets { get; private set; }

    /// <summary>Of the year, đồng.</summary>
    public long? Investment { get; private set; }

    public string? Source { get; private set; }

    public int Version { get; private set; }

    public string JournalTitle => $"Số liệu năm {Year}";

    public DateOnly LastDay => new(Year, 12, 31);

    /// <summary>It says something that the size class is computed from.</summary>
    public bool SaysSize => OfficialMembers is not null || Capital is not null || Revenue is not null;

    /// <summary>The sum where all three are known; unknown otherwise.</summary>
    public int? AllMembers => OfficialMembers + CapitalLinkedMembers + LinkedMembers;

    public YearContent Content => new(OfficialMembers, CapitalLinkedMembers, LinkedMembers, Capital, Revenue, Source) { Employees = Employees, Assets = Assets, Investment = Investment };

    public void Describe(YearContent content)
    {
        (OfficialMembers, CapitalLinkedMembers, LinkedMembers) = (content.OfficialMembers, content.CapitalLinkedMembers, content.LinkedMembers);
        (Capital, Revenue, Source) = (content.Capital, content.Revenue, content.Source);
        (Employees, Assets, Investment) = (content.Employees, content.Assets, content.Investment);
    }
}
