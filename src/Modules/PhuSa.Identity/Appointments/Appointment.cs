using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Identity.Appointments;

internal enum AppointmentStatus
{
    Active,
    Ended,
}

internal enum AppointmentAction
{
    End,
    ChangeRoles,
}

internal static class AppointmentFlow
{
    public static Flow<AppointmentStatus, AppointmentAction> Table { get; } = new(
        new()
        {
            [AppointmentStatus.Active] = new(Counts: true, Final: false, WaitsOn: null, "Đang đại diện", "Đang đại diện", "good"),
            [AppointmentStatus.Ended] = new(Counts: false, Final: true, WaitsOn: null, "Đã thôi đại diện", "Đã thôi đại diện", "ended"),
        },
        new(AppointmentStatus.Active, AppointmentAction.ChangeRoles, AppointmentStatus.Active),
        new(AppointmentStatus.Active, AppointmentAction.End, AppointmentStatus.Ended));
}

/// <summary>A person acts for an organisation in some roles. Who runs the installation itself acts for none.</summary>
internal sealed class Appointment : Aggregate<AppointmentStatus, AppointmentAction>, IJournaled
{
    private Appointment()
    {
    }

    /// <param name="organisationId">Null only for administrators of the installation.</param>
    public Appointment(Guid id, Guid personId, Guid? organisationId, IEnumerable<Role> roles, Actor by, DateTime now)
    {
        Id = id;
        PersonId = personId;
        OrganisationId = organisationId;
        Roles = [.. roles.Distinct().Order()];
        if (Roles.Count == 0)
        {
            throw new RefusedException("Chọn ít nhất một vai trò.");
        }

        Begin(AppointmentStatus.Active, by, now);
    }

    public Guid PersonId { get; private init; }

    public Guid? OrganisationId { get; private init; }

    public IReadOnlyList<Role> Roles { get; private set; } = [];

    public string JournalTitle => PersonId.ToString("N");

    protected override Flow<AppointmentStatus, AppointmentAction> Table => AppointmentFlow.Table;

    public void Give(IEnumerable<Role> roles, string? why, Actor by, DateTime now)
    {
        var given = roles.Distinct().Order().ToList();
        if (given.Count == 0)
        {
            throw new RefusedException("Chọn ít nhất một vai trò.");
        }

        Move(AppointmentAction.ChangeRoles, by, now, why);
        Roles = given;
    }

    public void End(string? why, Actor by, DateTime now) => Move(AppointmentAction.End, by, now, why);
}
