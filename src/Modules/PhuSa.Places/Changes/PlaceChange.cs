using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Places.Contracts;
using PhuSa.Places.Places;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Places.Changes;

/// <summary>One unit's area, whole or in part, became part of another by a resolution.</summary>
internal sealed class PlaceChange : IJournaled
{
    public const int ResolutionMaxLength = 200;
    public const int WhyMaxLength = 2000;

    private PlaceChange()
    {
    }

    public PlaceChange(Guid id, Guid oldId, Guid newId)
    {
        Id = id;
        OldId = oldId;
        NewId = newId;
    }

    public Guid Id { get; private init; }

    public Guid OldId { get; private init; }

    public Guid NewId { get; private init; }

    /// <summary>Only a part of the old unit went to this new one: a person has to say which of its successors is meant.</summary>
    public bool IsSplit { get; private set; }

    /// <summary>The resolution's number, letter for letter; null where not known.</summary>
    public string? Resolution { get; private set; }

    /// <summary>When an officer found that it was never so: the line stays on record and is followed no more. Null while it holds.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public string? WithdrawnBy { get; private set; }

    public string? WithdrawnWhy { get; private set; }

    public int Version { get; private set; }

    public bool IsWithdrawn => WithdrawnAt is not null;

    public string JournalTitle => Resolution ?? "Thay đổi địa giới";

    public void Describe(bool isSplit, string? resolution)
    {
        IsSplit = isSplit;
        Resolution = resolution;
    }

    public void Withdraw(string why, Actor by, DateTime now)
    {
        if (IsWithdrawn)
        {
            throw new RefusedException("Dòng này đã được rút rồi.");
        }

        (WithdrawnAt, WithdrawnBy, WithdrawnWhy) = (now, by.Name, why);
    }

    /// <summary>It was right after all. Who says so, and why, stands in the journal.</summary>
    public void Restore()
    {
        if (!IsWithdrawn)
        {
            throw new RefusedException("Dòng này đang được dùng, không cần lấy lại.");
        }

        (WithdrawnAt, WithdrawnBy, WithdrawnWhy) = (null, null, null);
    }
}

internal sealed class PlaceChangeConfiguration : IEntityTypeConfiguration<PlaceChange>
{
    public void Configure(EntityTypeBuilder<PlaceChange> builder)
    {
        builder.ToTable(PlaceFact.ChangesTable);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Resolution).HasMaxLength(PlaceChange.ResolutionMaxLength);
        builder.Property(c => c.WithdrawnBy).HasMaxLength(Actor.NameMaxLength);
        builder.Property(c => c.WithdrawnWhy).HasMaxLength(PlaceChange.WhyMaxLength);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<Place>().WithMany().HasForeignKey(c => c.OldId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(c => c.NewId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.OldId, c.NewId }).IsUnique();
    }
}
