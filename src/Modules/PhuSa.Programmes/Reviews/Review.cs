using PhuSa.Platform;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Programmes.Programmes;

namespace PhuSa.Programmes.Reviews;

/// <summary>What a review says of itself, apart from its text.</summary>
internal sealed record ReviewDetails
{
    public required string Title { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    public string? PeriodWords { get; init; }

    public ReviewWindow Window { get; init; }

    public DateOnly? EventDay { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public required string Site { get; init; }

    public string? Category { get; init; }

    public string? Summary { get; init; }

    public string? GoverningBody { get; init; }

    /// <summary>One body in a line, the leading one first.</summary>
    public required string IssuingBodies { get; init; }

    public required string Place { get; init; }

    public int? Number { get; init; }

    public required string Symbol { get; init; }

    /// <summary>The day on the paper; null while it is unknown.</summary>
    public DateOnly? SignedOn { get; init; }

    public required string Subject { get; init; }

    public string? Recipients { get; init; }

    public string? Filing { get; init; }

    /// <summary>“authority | position | name” in a line for each who signs; what is unknown stays empty.</summary>
    public string? Signatures { get; init; }
}

/// <summary>An interim review: a text whose every figure stands on records. Frozen, its text and numbers stay as signed.</summary>
internal sealed class Review : Aggregate<ReviewStatus, ReviewAction>, IJournaled
{
    public const int SlugMaxLength = 80;
    public const int TitleMaxLength = 500;
    public const int WordsMaxLength = 300;
    public const int ListMaxLength = 2000;
    public const int SummaryMaxLength = 1000;
    public const int SymbolMaxLength = 60;
    public const int DigestLength = 64;

    private Review()
    {
    }

    public Review(Guid id, string slug, Guid programmeId, ReviewDetails details, Actor by, DateTime now)
    {
        Id = id;
        Slug = slug;
        ProgrammeId = programmeId;
        Details = Checked(details);
        Begin(ReviewStatus.Open, by, now);
    }

    public string Slug { get; private init; } = "";

    public Guid ProgrammeId { get; private set; }

    public Programme Programme { get; private init; } = null!;

    public ReviewDetails Details { get; private set; } = null!;

    /// <summary>When it was frozen (UTC), and the SHA-256 of what was kept, in lower-case hex.</summary>
    public DateTime? FrozenAt { get; private set; }

    public string? Sha256 { get; private set; }

    public string JournalTitle => Details.Title;

    public string Url => AddressOf(Slug);

    public bool IsFrozen => Status == ReviewStatus.Frozen;

    public Period Period => new(Details.FirstDay, Details.LastDay);

    /// <summary>The period as printed on the review.</summary>
    public string PeriodPrinted => Details.PeriodWords ?? $"{VietnamTime.Written(Details.FirstDay)}–{VietnamTime.Written(Details.LastDay)}";

    protected override Flow<ReviewStatus, ReviewAction> Table => ReviewFlow.Table;

    public static string AddressOf(string slug) => $"/bao-cao/{slug}";

    public static string EvidenceAddress(string slug, string figure) => $"/bao-cao/{slug}/so-lieu/{figure}";

    /// <summary>Changes what the review says; one that is frozen keeps every word.</summary>
    public void Describe(Guid programmeId, ReviewDetails details)
    {
        if (programmeId == ProgrammeId && details == Details)
        {
            return;
        }

        RefuseIfFrozen();
        ProgrammeId = programmeId;
        Details = Checked(details);
    }

    public void Freeze(string sha256, Actor by, DateTime now)
    {
        Move(ReviewAction.Freeze, by, now);
        FrozenAt = now;
        Sha256 = sha256;
    }

    public void RefuseIfFrozen()
    {
        if (IsFrozen)
        {
            throw new RefusedException("Báo cáo đã chốt số liệu, không sửa được lời văn; hãy giữ nguyên dòng này như lúc chốt.");
        }
    }

    private static ReviewDetails Checked(ReviewDetails details)
    {
        if (details.LastDay < details.FirstDay)
        {
            throw new RefusedException("Ngày cuối của kỳ số liệu phải từ ngày đầu trở đi.");
        }

        var preset = ReviewWindows.Preset(details.Window, details.LastDay.Year);
        return preset is null || preset == new Period(details.FirstDay, details.LastDay)
            ? details
            : throw new RefusedException("Kỳ “{0}” phải từ {1} đến {2}.", ReviewWindows.Words(details.Window), VietnamTime.Written(preset.From!.Value), VietnamTime.Written(preset.To!.Value));
    }
}
