using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Factors;

/// <summary>One of ten codes that serve once each where the telephone or the key is lost.</summary>
internal sealed class RecoveryCode
{
    public const int HashLength = 64;

    private RecoveryCode()
    {
    }

    public RecoveryCode(Guid id, Guid personId, string hash, DateTime now)
    {
        Id = id;
        PersonId = personId;
        Hash = hash;
        MadeAt = now;
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    public string Hash { get; private init; } = "";

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime? UsedAt { get; private set; }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("identity_recovery_codes");
        builder.BelongsToPerson(c => c.PersonId);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Hash).HasMaxLength(RecoveryCode.HashLength).IsSecret();
        builder.Property(c => c.MadeAt).IsPersonal();
        builder.Property(c => c.UsedAt).IsPersonal();
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        builder.HasIndex(c => new { c.PersonId, c.Hash });
    }
}
