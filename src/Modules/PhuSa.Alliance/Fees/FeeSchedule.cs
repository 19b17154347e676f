using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Register;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Fees;

/// <summary>What a member owes for a year in which it was one for a part only.</summary>
internal enum PartYear
{
    /// <summary>The whole year's amount.</summary>
    WholeYear,

    /// <summary>A twelfth for each month in which it was a member on some day.</summary>
    ByMonths,
}

/// <summary>One line of a schedule.</summary>
/// <param name="Kind">Null: every kind of organisation in the class.</param>
/// <param name="Amount">Whole đồng a year.</param>
internal sealed record FeeLine(string ClassCode, OrganisationKind? Kind, long Amount);

/// <summary>A version of the fee schedule: what each class pays a year, from one year on until the next version.</summary>
internal sealed class FeeSchedule : IJournaled
{
    public const int MostLines = 60;

    private readonly List<FeeRate> _rates = [];

    private FeeSchedule()
    {
    }

    public FeeSchedule(Guid id, int firstYear)
    {
        Id = id;
        FirstYear = firstYear;
    }

    public Guid Id { get; private init; }

    /// <summary>The first year for which it holds.</summary>
    public int FirstYear { get; private init; }

    public PartYear PartYear { get; private set; }

    /// <summary>The resolution or charter that sets it, letter for letter.</summary>
    public string Source { get; private set; } = "";

    public int Version { get; private set; }

    public IReadOnlyList<FeeRate> Rates => _rates;

    public string JournalTitle => $"{FirstYear}";

    /// <exception cref="RefusedException">An amount is negative, or a class has two amounts for one kind.</exception>
    public void Set(PartYear partYear, string source, IReadOnlyList<FeeLine> lines)
    {
        if (lines.Any(line => line.Amount < 0))
        {
            throw new RefusedException("Mức hội phí không thể âm.");
        }

        if (lines.GroupBy(line => (line.ClassCode, line.Kind)).Any(group => group.Count() > 1))
        {
            throw new RefusedException("Mỗi loại thành viên và loại hình chỉ có một mức hội phí.");
        }

        (PartYear, Source) = (partYear, source);
        _rates.RemoveAll(rate => !lines.Any(line => rate.Is(line)));
        foreach (var line in lines)
        {
            if (_rates.Find(rate => rate.ClassCode == line.ClassCode && rate.Kind == line.Kind) is { } known)
            {
                known.Set(line.Amount);
            }
            else
            {
                _rates.Add(new FeeRate(Guid.CreateVersion7(), line));
            }
        }
    }

    /// <summary>What the class pays a year; the line that names the kind goes before the one for all. Null where the schedule says nothing.</summary>
    public long? Of(string classCode, OrganisationKind kind) =>
        (_rates.Find(rate => rate.ClassCode == classCode && rate.Kind == kind) ?? _rates.Find(rate => rate.ClassCode == classCode && rate.Kind is null))?.Amount;
}

/// <summary>An amount of a schedule.</summary>
internal sealed class FeeRate
{
    private FeeRate()
    {
    }

    public FeeRate(Guid id, FeeLine line)
    {
        Id = id;
        ClassCode = line.ClassCode;
        Kind = line.Kind;
        Amount = line.Amount;
    }

    public Guid Id { get; private init; }

    public string ClassCode { get; private init; } = "";

    public OrganisationKind? Kind { get; private init; }

    /// <summary>Whole đồng a year.</summary>
    public long Amount { get; private set; }

    public void Set(long amount) => Amount = amount;

    public bool Is(FeeLine line) => ClassCode == line.ClassCode && Kind == line.Kind;
}

internal sealed class FeeScheduleConfiguration : IEntityTypeConfiguration<FeeSchedule>
{
    public const string Table = "alliance_fee_schedules";

    public void Configure(EntityTypeBuilder<FeeSchedule> builder)
    {
        builder.ToTable(Table);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Source).HasMaxLength(AllianceColumns.SourceMaxLength);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.FirstYear).IsUnique();
        builder.OwnsMany(s => s.Rates, rates =>
        {
            rates.ToTable("alliance_fee_rates");
            rates.HasKey(r => r.Id).HasName("pk_alliance_fee_rates");
            rates.Property(r => r.Id).ValueGeneratedNever();
            rates.Property(r => r.ClassCode).HasMaxLength(MemberClass.CodeMaxLength);
        });
    }
}
