using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.SignIn;

/// <summary>How a code reaches its person, and so how long it is worth something.</summary>
internal enum OneTimeCodeUse
{
    /// <summary>On paper, from an officer's hand: seven days.</summary>
    Printed,

    /// <summary>By SMS, Zalo or mail, asked for by the person: ten minutes.</summary>
    Sent,
}

/// <summary>A code that signs its person in once. Only its hash is kept. All times are UTC.</summary>
internal sealed class OneTimeCode
{
    public const int HashMaxLength = 200;

    private OneTimeCode()
    {
    }

    public OneTimeCode(Guid id, Guid personId, int number, string hash, OneTimeCodeUse use, DateTime now, TimeSpan lasts)
    {
        Id = id;
        PersonId = personId;
        Number = number;
        Hash = hash;
        Use = use;
        IssuedAt = now;
        ExpiresAt = now + lasts;
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>First, second, third code of this person: unique, so of two issued at one moment only one stands.</summary>
    public int Number { get; private init; }

    public string Hash { get; private init; } = "";

    public OneTimeCodeUse Use { get; private init; }

    public DateTime IssuedAt { get; private init; }

    public DateTime ExpiresAt { get; private init; }

    /// <summary>Used, or made worthless by a newer one.</summary>
    public DateTime? EndedAt { get; private set; }
}

internal sealed class OneTimeCodeConfiguration : IEntityTypeConfiguration<OneTimeCode>
{
    public void Configure(EntityTypeBuilder<OneTimeCode> builder)
    {
        builder.ToTable("identity_one_time_codes");
        builder.BelongsToPerson(c => c.PersonId);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Hash).HasMaxLength(OneTimeCode.HashMaxLength).IsSecret();
        builder.Property(c => c.Use).IsPersonal();
        builder.Property(c => c.IssuedAt).IsPersonal();
        builder.Property(c => c.ExpiresAt).IsPersonal();
        builder.Property(c => c.EndedAt).IsPersonal();
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        builder.HasIndex(c => new { c.PersonId, c.Number }).IsUnique();
    }
}
