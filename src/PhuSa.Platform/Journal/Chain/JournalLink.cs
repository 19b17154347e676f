using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PhuSa.Platform.Journal.Chain;

/// <summary>A committed entry's place in the chain. Numbers have no gap; each digest holds the one before it.</summary>
public sealed class JournalLink
{
    public const int DigestLength = 32;

    /// <summary>From 1.</summary>
    public required long Number { get; init; }

    public required Guid EntryId { get; init; }

    /// <summary>UTC, never before the link before it; its Vietnamese day is the day the entry is counted in.</summary>
    public required DateTime LinkedAt { get; init; }

    /// <summary>SHA-256 of the digest before it and the canonical bytes of the link and its entry: <see cref="CanonicalEntry"/>.</summary>
    public required byte[] Digest { get; init; }
}

/// <summary>A finished Vietnamese day of the chain. Stays when its entries are removed after the time they are kept.</summary>
public sealed class JournalDay
{
    public required DateOnly Day { get; init; }

    public required long First { get; init; }

    public required long Last { get; init; }

    public required long Count { get; init; }

    /// <summary>Digest of the link <see cref="Last"/>: what the next day's first link goes on from.</summary>
    public required byte[] LastLink { get; init; }

    /// <summary>SHA-256 of the digest of the day before and of everything above.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>When the day's entries were removed because they had been kept long enough (UTC); null while they are there.</summary>
    public DateTime? RemovedAt { get; set; }
}

/// <summary>How the last check of the whole chain ended. One row.</summary>
public sealed class JournalCheck
{
    public const int TheOne = 1;

    public int Id { get; private init; } = TheOne;

    /// <summary>UTC.</summary>
    public DateTime CheckedAt { get; set; }

    /// <summary>How many entries were found whole.</summary>
    public long Entries { get; set; }

    /// <summary>Null where the chain is whole.</summary>
    public BreachKind? Breach { get; set; }

    public long? BreachNumber { get; set; }

    public DateOnly? BreachDay { get; set; }
}

internal sealed class ChainConfiguration :
    IEntityTypeConfiguration<JournalLink>,
    IEntityTypeConfiguration<JournalDay>,
    IEntityTypeConfiguration<JournalCheck>
{
    public void Configure(EntityTypeBuilder<JournalLink> builder)
    {
        builder.ToTable("journal_links");
        builder.HasKey(l => l.Number);
        builder.Property(l => l.Number).ValueGeneratedNever();
        builder.Property(l => l.Digest).HasMaxLength(JournalLink.DigestLength);
        builder.HasIndex(l => l.EntryId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<JournalDay> builder)
    {
        builder.ToTable("journal_days");
        builder.HasKey(d => d.Day);
        builder.Property(d => d.LastLink).HasMaxLength(JournalLink.DigestLength);
        builder.Property(d => d.Digest).HasMaxLength(JournalLink.DigestLength);
    }

    public void Configure(EntityTypeBuilder<JournalCheck> builder)
    {
        builder.ToTable("journal_checks");
        builder.Property(c => c.Id).ValueGeneratedNever();
    }
}
