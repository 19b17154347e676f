using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Journal.Sealing;

/// <summary>The key under which a person's values stand in the journal. Destroying it is erasing them there; the row stays so that no new key is made.</summary>
internal sealed class PersonKey
{
    public const int WrappedMaxLength = 1000;

    public Guid PersonId { get; private init; }

    /// <summary>The key of 256 bits, wrapped by the house's own keys; null once destroyed.</summary>
    public byte[]? Wrapped { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; private init; }

    public DateTime? DestroyedAt { get; private init; }
}

internal sealed class PersonKeyConfiguration : IEntityTypeConfiguration<PersonKey>
{
    public void Configure(EntityTypeBuilder<PersonKey> builder)
    {
        builder.ToTable("people_keys");
        builder.HasKey(k => k.PersonId);
        builder.Property(k => k.PersonId).ValueGeneratedNever();
        builder.Property(k => k.Wrapped).HasMaxLength(PersonKey.WrappedMaxLength).IsSecret();
    }
}
