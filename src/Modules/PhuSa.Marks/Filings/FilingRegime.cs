using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Journal;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Filings;

/// <summary>What a legal regime sets a length for.</summary>
internal enum FilingTerm
{
    /// <summary>From the filing to the acceptance of its form.</summary>
    FormalExamination,

    /// <summary>From the acceptance to the publication.</summary>
    Publication,

    /// <summary>From the publication to the notice of what is intended.</summary>
    SubstantiveExamination,

    /// <summary>From the opposition to the owner's answer.</summary>
    OppositionAnswer,

    /// <summary>From the notice to the payment.</summary>
    FeePayment,

    /// <summary>From the payment to the certificate.</summary>
    Certificate,

    /// <summary>Of a registration, from the filing; a renewal adds as much.</summary>
    Validity,
}

internal enum TermUnit
{
    Day,
    WorkingDay,
    Month,
    Year,
}

/// <summary>
/// The lengths that a legal regime sets, from a day on. They are data that an officer reads and corrects: a length that nobody has found in an enacted
/// text stays empty, and no day is computed from it.
/// </summary>
internal sealed class FilingRegime : IJournaled
{
    public const int NameMaxLength = 200;
    public const int SourceMaxLength = 500;
    public const int LengthMost = 120;

    private readonly List<FilingLimit> _limits = [];

    private FilingRegime()
    {
    }

    public FilingRegime(Guid id) => Id = id;

    public Guid Id { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>Filings of this day and later fall under it; null where it stood from the beginning.</summary>
    public DateOnly? ValidFrom { get; private set; }

    public string? Source { get; private set; }

    public IReadOnlyList<FilingLimit> Limits => _limits;

    public int Version { get; private set; }

    public string JournalTitle => Name;

    public FilingLimit? Of(FilingTerm term) => _limits.Find(limit => limit.Term == term);

    public void Describe(string name, DateOnly? validFrom, string? source) => (Name, ValidFrom, Source) = (name, validFrom, source);

    public void Set(Guid id, FilingTerm term, int? length, TermUnit unit, string? source)
    {
        if (Of(term) is not { } limit)
        {
            _limits.Add(limit = new FilingLimit(id, term));
        }

        limit.Set(length, unit, source);
    }
}

/// <summary>One length of a regime.</summary>
internal sealed class FilingLimit
{
    private FilingLimit()
    {
    }

    public FilingLimit(Guid id, FilingTerm term)
    {
        Id = id;
        Term = term;
    }

    public Guid Id { get; private init; }

    public FilingTerm Term { get; private init; }

    /// <summary>Null: nobody has found it.</summary>
    public int? Length { get; private set; }

    public TermUnit Unit { get; private set; }

    public string? Source { get; private set; }

    public void Set(int? length, TermUnit unit, string? source) => (Length, Unit, Source) = (length, unit, source);

    /// <returns>The last day of so many terms that begin with this one; null where the length is not known.</returns>
    public DateOnly? After(DateOnly day, int times = 1) => Length is not { } length ? null : Unit switch
    {
        TermUnit.Day => day.AddDays(length * times),
        TermUnit.WorkingDay => WorkingDays.Add(day, length * times),
        TermUnit.Month => day.AddMonths(length * times),
        _ => day.AddYears(length * times),
    };
}

internal sealed class FilingRegimeConfiguration : IEntityTypeConfiguration<FilingRegime>
{
    public const string Table = "marks_filing_regimes";

    private const string Old = "0190a1b4-0000-7000-8000-000000000001";
    private const string New = "0190a1b4-0000-7000-8000-000000000002";
    private const string OldSource = "Trang tư vấn duongtran, tra-associates, tuvancongbosanpham; chưa đối chiếu với văn bản gốc";

    /// <summary>What is known of the law in force before 1 April 2026. What was not found is left out, and all of the law in force since.</summary>
    private static readonly Dictionary<FilingTerm, (int Length, TermUnit Unit)> KnownOfOld = new()
    {
        [FilingTerm.FormalExamination] = (1, TermUnit.Month),
        [FilingTerm.Publication] = (2, TermUnit.Month),
        [FilingTerm.SubstantiveExamination] = (9, TermUnit.Month),
        [FilingTerm.Validity] = (10, TermUnit.Year),
    };

    public void Configure(EntityTypeBuilder<FilingRegime> builder)
    {
        builder.ToTable(Table);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Name).HasMaxLength(FilingRegime.NameMaxLength);
        builder.Property(r => r.Source).HasMaxLength(FilingRegime.SourceMaxLength);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.ValidFrom).IsUnique();
        builder.HasData(
            new { Id = Guid.Parse(Old), Name = "Luật Sở hữu trí tuệ trước khi sửa đổi bởi Luật 131/2025/QH15", ValidFrom = (DateOnly?)null, Source = (string?)null, Version = 0 },
            new { Id = Guid.Parse(New), Name = "Luật Sở hữu trí tuệ sửa đổi bởi Luật 131/2025/QH15", ValidFrom = (DateOnly?)new DateOnly(2026, 4, 1), Source = (string?)"congbao.chinhphu.vn/van-ban/luat-so-131-2025-qh15-468691.htm", Version = 0 });
        builder.OwnsMany(r => r.Limits, limits =>
        {
            limits.ToTable("marks_filing_limits");
            limits.WithOwner().HasForeignKey("RegimeId");
            limits.HasKey(l => l.Id).HasName("pk_marks_filing_limits");
            limits.Property(l => l.Id).ValueGeneratedNever();
            limits.Property(l => l.Source).HasMaxLength(FilingRegime.SourceMaxLength);
            limits.HasData(Enum.GetValues<FilingTerm>().SelectMany(term => new[] { Limit(Old, 1, term), Limit(New, 2, term) }));
        });
    }

    private static object Limit(string regime, int number, FilingTerm term)
    {
        var known = number == 1 && KnownOfOld.TryGetValue(term, out var found) ? found : ((int Length, TermUnit Unit)?)null;
        return new
        {
            Id = Guid.Parse($"0190a1b4-0000-7000-800{number}-{(int)term + 1:000000000000}"),
            RegimeId = Guid.Parse(regime),
            Term = term,
            Length = known?.Length,
            Unit = known?.Unit ?? TermUnit.Month,
            Source = known is null ? null : OldSource,
        };
    }
}
