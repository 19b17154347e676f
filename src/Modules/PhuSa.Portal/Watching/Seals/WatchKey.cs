using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;

namespace PhuSa.Portal.Watching.Seals;

/// <summary>A key with which the installation signs what it publishes. A new key is signed by the one before it; old ones stay for old seals.</summary>
internal sealed class WatchKey : IJournaled
{
    public const int KeyMaxLength = 2000;

    public Guid Id { get; init; }

    /// <summary>From 1; the highest signs.</summary>
    public int Number { get; init; }

    /// <summary>Base64 of the SubjectPublicKeyInfo.</summary>
    public string PublicKey { get; init; } = "";

    /// <summary>The private key, wrapped by the house's Data Protection keys.</summary>
    public string PrivateKey { get; init; } = "";

    /// <summary>Base64: the key before it signs this public key; null for the first.</summary>
    public string? Endorsement { get; init; }

    public DateTime MadeAt { get; init; }

    public string JournalTitle => $"P-256 #{Number}";
}

internal sealed class WatchKeyConfiguration : IEntityTypeConfiguration<WatchKey>
{
    public void Configure(EntityTypeBuilder<WatchKey> builder)
    {
        builder.ToTable("portal_watch_keys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.PublicKey).HasMaxLength(WatchKey.KeyMaxLength);
        builder.Property(k => k.PrivateKey).HasMaxLength(WatchKey.KeyMaxLength).IsSecret();
        builder.Property(k => k.Endorsement).HasMaxLength(PublicationSeal.SignatureMaxLength);

        // Two instances that make the first key at the same moment make one.
        builder.HasIndex(k => k.Number).IsUnique();
    }
}
