using PhuSa.Platform.Data;

namespace PhuSa.Identity.Appointments;

/// <summary>Who acts for an organisation acts for the one it is merged into; whoever acts for both already keeps the one they have.</summary>
internal sealed class AppointmentReferences(AppDbContext db) : OrganisationReferences(db)
{
    public override IReadOnlyList<OrganisationReference> References { get; } = [Of<Appointment>(appointment => appointment.OrganisationId, nameof(Appointment.PersonId))];
}
