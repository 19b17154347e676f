using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.People;

/// <summary>A telephone number a person wants to sign in with, until a code that reached them proves it theirs. Only the code's hash is kept. All times are UTC.</summary>
internal sealed class NewPhone
{
    public const int HashMaxLength = 200;

    private NewPhone()
    {
    }

    /// <param name="phone">In E.164 form.</param>
    public NewPhone(Guid id, Guid personId, int number, string phone, DateTime now)
    {
        Id = id;
        PersonId = personId;
        Number = number;
        Phone = phone;
        AskedAt = now;
    }

    public Guid Id { get; private init; }

    public Guid PersonId { get; private init; }

    /// <summary>First, second, third wish of this person; only the newest counts.</summary>
    public int Number { get; private init; }

    public string Phone { get; private init; } = "";

    public DateTime AskedAt { get; private init; }

    /// <summary>Empty until a code was sent or printed.</summary>
    public string Hash { get; private set; } = "";

    public DateTime? ExpiresAt { get; private set; }

    /// <summary>Proved, or made worthless by a newer wish.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>A new code ends the one before.</summary>
    public void Code(string hash, DateTime expiresAt)
    {
        Hash = hash;
        ExpiresAt = expiresAt;
    }
}

internal sealed class NewPhoneConfiguration : IEntityTypeConfiguration<NewPhone>
{
    public void Configure(EntityTypeBuilder<NewPhone> builder)
    {
        builder.ToTable("identity_new_phones");
        builder.BelongsToPerson(p => p.PersonId);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Phone).HasMaxLength(Person.PhoneMaxLength).IsPersonal();
        builder.Property(p => p.Hash).HasMaxLength(NewPhone.HashMaxLength).IsSecret();
        builder.Property(p => p.AskedAt).IsPersonal();
        builder.Property(p => p.ExpiresAt).IsPersonal();
        builder.Property(p => p.EndedAt).IsPersonal();
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
        builder.HasIndex(p => new { p.PersonId, p.Number }).IsUnique();
    }
}
