using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Consents;

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<ConsentText>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("identity_consents");
        builder.BelongsToPerson(c => c.PersonId);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Language).HasMaxLength(2);
        builder.Property(c => c.Address).HasMaxLength(ActingPerson.AddressMaxLength).IsPersonal();
        builder.Property(c => c.WithdrawnWhy).HasMaxLength(Consent.WhyMaxLength).IsPersonal();
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
        builder.HasIndex(c => new { c.PersonId, c.Number });
    }

    public void Configure(EntityTypeBuilder<ConsentText> builder)
    {
        builder.ToTable("identity_consent_texts");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.By).HasMaxLength(Actor.NameMaxLength);
        builder.ComplexProperty(t => t.Vietnamese, Words);
        builder.ComplexProperty(t => t.English, Words);
        builder.HasIndex(t => t.Number).IsUnique();
    }

    private static void Words(ComplexPropertyBuilder<ConsentWords> words)
    {
        words.Property(w => w.Kinds).HasMaxLength(ConsentWords.MaxLength);
        words.Property(w => w.Purpose).HasMaxLength(ConsentWords.MaxLength);
        words.Property(w => w.Controller).HasMaxLength(ConsentWords.MaxLength);
        words.Property(w => w.Rights).HasMaxLength(ConsentWords.MaxLength);
        words.Property(w => w.Retention).HasMaxLength(ConsentWords.MaxLength);
    }
}
