using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.Consents;
using PhuSa.Identity.People;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Sessions;

/// <summary>Opens, reads and ends sessions. What a person may do is read anew at each request, so that taking it away works at once.</summary>
internal sealed class SessionBook(AppDbContext db, RightBook rights, IOrganisations organisations, SessionLimits limits, TimeProvider clock)
{
    private static readonly TimeSpan NoteSeenEvery = TimeSpan.FromSeconds(20);
    private static readonly HashSet<Role> SecondFactorRoles = [Role.Administrator, Role.DepartmentPublisher, Role.AlliancePublisher];

    /// <summary>The organisation's name of those who run the installation itself.</summary>
    private const string TheHouse = "Hệ thống";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public static bool AsksForSecondFactor(IEnumerable<Role> roles) => roles.Any(SecondFactorRoles.Contains);

    /// <summary>Always a new id: what an attacker planted before the sign-in is worth nothing after it.</summary>
    public SignInSession Open(Person person, SignInMethod method, HttpContext context, bool remember)
    {
        var session = new SignInSession(
            Guid.CreateVersion7(clock.GetUtcNow()),
            person.Id,
            method,
            context.Request.Headers.UserAgent.ToString(),
            context.Connection.RemoteIpAddress?.ToString(),
            Now,
            remember ? limits.Remembered : limits.Longest);
        if (person.ActsAsId is { } last)
        {
            session.ActAs(last);
        }

        db.Add(session);
        person.SignedIn(Now);
        return session;
    }

    /// <returns>Null where the session has ended or the person may no longer sign in.</returns>
    public async Task<SessionState?> FindAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var found = await (
            from session in db.Set<SignInSession>().AsNoTracking()
            join person in db.Set<Person>().AsNoTracking() on session.PersonId equals person.Id
            where session.Id == sessionId
            select new SessionPerson(
                session, person.Name, person.Status, person.MustChangePassword, person.PasswordSetAt, person.TwoFactorEnabled,
                db.Set<IdentityUserPasskey<Guid>>().Any(passkey => passkey.UserId == person.Id),
                db.Set<ConsentText>().Where(asked => asked.FromDay <= today).Max(asked => (int?)asked.Number),
                db.Set<Consent>().Where(given => given.PersonId == person.Id && given.Given && given.WithdrawnAt == null).Max(given => (int?)given.Number))).SingleOrDefaultAsync(cancellationToken);
        if (found is null || !found.Session.IsOpen(Now) || found.Status != PersonStatus.Active)
        {
            return null;
        }

        var appointments = await db.Set<Appointment>().AsNoTracking()
            .Where(a => a.PersonId == found.Session.PersonId && a.Status == AppointmentStatus.Active).ToListAsync(cancellationToken);
        return await StateAsync(found, appointments, cancellationToken);
    }

    public Task EndAsync(Guid sessionId, CancellationToken cancellationToken) => db.Set<SignInSession>()
        .Where(s => s.Id == sessionId && s.EndedAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, Now), cancellationToken);

    /// <summary>The person has just proved again who they are.</summary>
    public Task ProvedAsync(Guid sessionId, CancellationToken cancellationToken) => db.Set<SignInSession>()
        .Where(s => s.Id == sessionId && s.EndedAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, Now), cancellationToken);

    /// <summary>Ends every session of a person, or all but one.</summary>
    public Task EndAllAsync(Guid personId, Guid? but, CancellationToken cancellationToken) => db.Set<SignInSession>()
        .Where(s => s.PersonId == personId && s.EndedAt == null && s.Id != but)
        .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, Now), cancellationToken);

    private async Task<SessionState> StateAsync(SessionPerson found, List<Appointment> appointments, CancellationToken cancellationToken)
    {
        var session = found.Session;
        var acting = appointments.Find(a => a.Id == session.AppointmentId) ?? (appointments.Count == 1 ? appointments[0] : null);
        var roles = (acting?.Roles ?? []).ToHashSet();
        var isAdministrator = appointments.Exists(a => a.Roles.Contains(Role.Administrator));
        var idle = Now - session.SeenAt;
        var detour =
            session.Locked || idle > limits.LockAfter(isAdministrator) ? Detour.Unlock
            : session.Method is SignInMethod.Password or SignInMethod.PasswordAndCode && (found.MustChangePassword || (isAdministrator && limits.IsTooOld(found.PasswordSetAt, Now))) ? Detour.ChangePassword
            : found.OwesConsent ? Detour.Consent
            : AsksForSecondFactor(appointments.SelectMany(a => a.Roles)) && !found.TwoFactorEnabled && !found.HasPasskey && session.Method != SignInMethod.SingleSignOnTwoFactors ? Detour.AddSecondFactor
            : acting is null ? Detour.ChooseOrganisation
            : Detour.None;
        if (detour != Detour.Unlock && idle > NoteSeenEvery)
        {
            await db.Set<SignInSession>().Where(s => s.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, Now), cancellationToken);
        }

        var organisation = acting?.OrganisationId is { } id ? (await organisations.OfAsync([id], cancellationToken)).GetValueOrDefault(id)?.ShortName : TheHouse;
        var signedIn = new SignedIn(
            session.PersonId,
            found.Name,
            acting?.OrganisationId ?? Guid.Empty,
            acting is null ? "" : organisation ?? "",
            roles,
            detour == Detour.None ? rights.Of(roles) : new HashSet<string>(),
            session.Id)
        {
            ActsForSeveral = appointments.Count > 1,
        };
        return new SessionState(session.Id, session.PersonId, session.Method, detour, signedIn, isAdministrator, session.ProvedAt);
    }
}

/// <summary>How long a session lasts and when it locks (TCVN 14423:2026: at most 15 idle minutes, 5 for administrators).</summary>
internal sealed class SessionLimits(IConfiguration configuration)
{
    private const int MostMinutes = 15;
    private const int MostAdministratorMinutes = 5;
    private const int MostPasswordMonths = 2;

    public TimeSpan Longest { get; } = TimeSpan.FromHours(configuration.GetValue("SignIn:SessionHours", 12));

    public TimeSpan Remembered { get; } = TimeSpan.FromDays(configuration.GetValue("SignIn:RememberDays", 30));

    /// <summary>TCVN 14423:2026: administrators change their password every two months. Null (set before it was counted) is not too old.</summary>
    public bool IsTooOld(DateTime? administratorsPasswordSetAt, DateTime now) =>
        administratorsPasswordSetAt?.AddMonths(Math.Clamp(configuration.GetValue("SignIn:AdministratorPasswordMonths", MostPasswordMonths), 1, MostPasswordMonths)) <= now;

    public TimeSpan LockAfter(bool isAdministrator) => isAdministrator
        ? TimeSpan.FromMinutes(Math.Clamp(configuration.GetValue("SignIn:AdministratorLockMinutes", MostAdministratorMinutes), 1, MostAdministratorMinutes))
        : TimeSpan.FromMinutes(Math.Clamp(configuration.GetValue("SignIn:LockMinutes", MostMinutes), 1, MostMinutes));
}
