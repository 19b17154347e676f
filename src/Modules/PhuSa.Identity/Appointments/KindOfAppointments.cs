using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Identity.Appointments;

/// <summary>People act for an organisation in roles of its kind: a role of another kind would let them do what nobody decided.</summary>
internal sealed class KindOfAppointments(AppDbContext db, Texts text) : IKindBound
{
    public async Task<IReadOnlyList<string>> BoundAsync(Guid organisation, OrganisationKind kind, CancellationToken cancellationToken)
    {
        var fitting = RoleFit.Of(kind);
        var open = await db.Set<Appointment>().AsNoTracking().Where(a => a.OrganisationId == organisation && a.Status == AppointmentStatus.Active).ToListAsync(cancellationToken);
        return open.Count(appointment => appointment.Roles.Any(role => !fitting.Contains(role))) is > 0 and var people ? [text["{0} người đại diện có vai trò không dùng cho loại hình mới", people]] : [];
    }
}
