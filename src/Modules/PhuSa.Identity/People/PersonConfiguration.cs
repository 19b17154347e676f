using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.People;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("identity_people");
        builder.BelongsToPerson(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(Person.NameMaxLength).IsPersonal();
        builder.Property(p => p.UserName).HasMaxLength(32);
        builder.Property(p => p.NormalizedUserName).HasMaxLength(32);
        builder.Property(p => p.Email).HasMaxLength(Person.EmailMaxLength).IsPersonal();
        builder.Property(p => p.NormalizedEmail).HasMaxLength(Person.EmailMaxLength).IsPersonal();
        builder.Property(p => p.PhoneNumber).HasMaxLength(Person.PhoneMaxLength).IsPersonal();
        builder.Property(p => p.SearchText).IsPersonal();
        builder.Property(p => p.NameOrder).IsPersonal();
        builder.Property(p => p.Language).HasMaxLength(2);
        builder.Property(p => p.PasswordHash).HasMaxLength(400).IsSecret();
        builder.Property(p => p.SecurityStamp).HasMaxLength(64).IsSecret();
        builder.Property(p => p.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken().IsSecret();
        builder.Property(p => p.Version).IsConcurrencyToken();
        // Moved in one statement only (Authenticator); whoever holds the person in memory must not write an older step back.
        builder.Property(p => p.LastCodeStep).IsSecret().Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.HasIndex(p => p.NormalizedUserName).IsUnique();
        builder.HasIndex(p => p.NormalizedEmail).IsUnique();
        builder.HasIndex(p => p.PhoneNumber).IsUnique();
        builder.HasIndex(p => new { p.NameOrder, p.Id });
        // ASP.NET Core Identity writes an instant; the house keeps UTC (DateTimeOffset neither compares on SQLite nor takes an offset on PostgreSQL).
        builder.Property(p => p.LockoutEnd).HasConversion(at => at!.Value.UtcDateTime, at => new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)));
        builder.OwnsMany(p => p.Steps, steps =>
        {
            steps.ToTable("identity_person_steps");
            steps.Property(s => s.Id).ValueGeneratedNever();
            steps.HasKey(s => s.Id);
            steps.Property(s => s.Action).HasMaxLength(Step.WordMaxLength);
            steps.Property(s => s.From).HasMaxLength(Step.WordMaxLength);
            steps.Property(s => s.To).HasMaxLength(Step.WordMaxLength);
            steps.Property(s => s.By).HasMaxLength(Actor.NameMaxLength);
            steps.Property(s => s.ByDetail).HasMaxLength(Actor.DetailMaxLength);
            steps.Property(s => s.Why).HasMaxLength(Step.WhyMaxLength);
        });
    }
}

/// <summary>The tables ASP.NET Core Identity brings along: second factors, passkeys, sign-ins elsewhere.</summary>
internal sealed class SignInKeysConfiguration :
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>,
    IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    private const int KeyMaxLength = 128;

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder)
    {
        builder.ToTable("identity_claims");
        builder.HasKey(c => c.Id);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("identity_logins");
        builder.BelongsToPerson(l => l.UserId);
        builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        builder.Property(l => l.LoginProvider).HasMaxLength(KeyMaxLength).IsPersonal();
        builder.Property(l => l.ProviderKey).HasMaxLength(KeyMaxLength).IsPersonal();
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder)
    {
        builder.ToTable("identity_tokens");
        builder.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
        builder.Property(t => t.LoginProvider).HasMaxLength(KeyMaxLength);
        builder.Property(t => t.Name).HasMaxLength(KeyMaxLength);
        builder.Property(t => t.Value).IsSecret();
        builder.HasOne<Person>().WithMany().HasForeignKey(t => t.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("identity_passkeys");
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(1024);
        builder.OwnsOne(p => p.Data).ToJson();
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.UserId);
    }
}
