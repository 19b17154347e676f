using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;

namespace PhuSa.Identity.Sessions;

internal sealed class SignInSessionConfiguration : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.ToTable("identity_sessions");
        builder.BelongsToPerson(s => s.PersonId);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Device).HasMaxLength(SignInSession.DeviceMaxLength).IsPersonal();
        builder.Property(s => s.Address).HasMaxLength(ActingPerson.AddressMaxLength).IsPersonal();
        builder.Property(s => s.StartedAt).IsPersonal();
        builder.Property(s => s.SeenAt).IsPersonal();
        builder.Property(s => s.ProvedAt).IsPersonal();
        builder.Property(s => s.EndedAt).IsPersonal();
        builder.Property(s => s.Method).IsPersonal();
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        builder.HasIndex(s => new { s.PersonId, s.EndedAt });
    }
}
