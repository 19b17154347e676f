using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Pages.Identity.Office.Directors;

/// <summary>The director acts for the cooperative no longer.</summary>
internal sealed class EndModel(AppDbContext db, OutsidePeople outside, IOrganisations organisations, AppointmentRegister register) : AppointmentEnding(db, organisations, register)
{
    protected override string Pages => "/quan-tri/dai-dien-htx";

    protected override Task<Person?> FindAsync(Guid id, CancellationToken cancellationToken) => outside.FindAsync(id, cancellationToken);
}
