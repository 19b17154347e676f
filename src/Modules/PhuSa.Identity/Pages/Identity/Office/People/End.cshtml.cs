using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Identity.Pages.Identity.Office.People;

/// <summary>The person acts for an organisation no longer.</summary>
internal sealed class EndModel(AppDbContext db, IOrganisations organisations, AppointmentRegister register) : AppointmentEnding(db, organisations, register)
{
    private readonly AppDbContext _db = db;

    protected override string Pages => "/quan-tri/nguoi-dung";

    protected override Task<Person?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        _db.Set<Person>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
}
