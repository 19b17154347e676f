using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Identity.People;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Appointments;

internal sealed class AppointmentConfiguration : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("identity_appointments");
        builder.BelongsToPerson(a => a.PersonId);
        builder.IsMoving<Appointment, AppointmentStatus, AppointmentAction>("identity_appointment_steps");
        builder.Property(a => a.OrganisationId).IsPersonal();
        builder.Property(a => a.Roles).IsPersonal().HasMaxLength(400).HasConversion(
            roles => string.Join(' ', roles),
            words => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Enum.Parse<Role>(word)).ToList(),
            new ValueComparer<IReadOnlyList<Role>>((a, b) => a!.SequenceEqual(b!), roles => roles.Aggregate(0, (sum, role) => HashCode.Combine(sum, role)), roles => roles.ToList()));
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        builder.HasIndex(a => a.OrganisationId);
    }
}
