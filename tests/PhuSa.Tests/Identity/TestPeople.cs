using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.Consents;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Identity;

/// <summary>A person of a test: who they are and how they sign in.</summary>
public sealed record TestPerson(Guid Id, string Name, string Email, string Password, Guid? OrganisationId);

/// <summary>Makes people for tests and signs them in. A test makes its own; nobody is shared.</summary>
public static class TestPeople
{
    public const string Password = "Phù sa bồi đắp 2020!";
    private static readonly Actor By = new("Kiểm thử", "dữ liệu kiểm thử");
    private static int _count;

    public static async Task<TestPerson> PersonAsync(this App app, Role role, string? organisation = null, bool secondFactor = true, string? phone = null, string? password = Password, bool consent = true)
    {
        // Six digits: a name of which a part stands in the password is refused, and so the 2020th person was.
        var number = $"{Interlocked.Increment(ref _count):D6}";
        var email = $"nguoi{number}@kiem-thu.vn";
        return await app.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().As(By);
            var db = services.GetRequiredService<AppDbContext>();
            var now = app.Clock.GetUtcNow().UtcDateTime;
            var person = new Person(Guid.CreateVersion7(), $"Nguyễn Văn Thử {number}", email, phone, By, now);
            var people = services.GetRequiredService<UserManager<Person>>();
            var organisationId = role == Role.Administrator && organisation is null ? (Guid?)null : await OrganisationAsync(db, organisation ?? CodeOf(role));
            db.Add(new Appointment(Guid.CreateVersion7(), person.Id, organisationId, [role], By, now));
            if (password is not null)
            {
                person.PasswordSet(now, byThemselves: true);
            }

            if (consent && await db.Set<ConsentText>().MaxAsync(t => (int?)t.Number) is { } asked)
            {
                db.Add(new Consent(Guid.CreateVersion7(), person.Id, asked, given: true, "vi", "127.0.0.1", now));
            }

            person.TwoFactorEnabled = secondFactor && SessionBook.AsksForSecondFactor([role]);
            var made = password is null ? await people.CreateAsync(person) : await people.CreateAsync(person, password);
            Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
            return new TestPerson(person.Id, person.Name, email, password ?? "", organisationId);
        });
    }

    /// <summary>Somebody of this role, signed in without going through the form: for tests of what comes after it.</summary>
    public static async Task<Visitor> SignedInAsync(this App app, Role role, string? organisation = null, string site = "khcn.localhost") =>
        await app.SignedInAsync(await app.PersonAsync(role, organisation), site);

    public static async Task<Visitor> SignedInAsync(this App app, TestPerson person, string site = "khcn.localhost") => app.Visit(site, await app.CookieAsync(person));

    /// <summary>What the browser of somebody who is signed in sends; good for every process on the same database.</summary>
    public static Task<Cookie> CookieAsync(this App app, TestPerson person) => app.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var session = new SignInSession(Guid.CreateVersion7(), person.Id, SignInMethod.PasswordAndCode, "kiểm thử", "127.0.0.1", app.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromHours(12));
        db.Add(session);
        await db.SaveChangesAsync();
        var scheme = IdentityConstants.ApplicationScheme;
        var ticket = new AuthenticationTicket(SessionCookie.Principal(person.Id, session.Id, []), new AuthenticationProperties { ExpiresUtc = DateTimeOffset.MaxValue }, scheme);
        return new Cookie(SessionCookie.Name, services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme).TicketDataFormat.Protect(ticket));
    });

    private static string CodeOf(Role role) => role switch
    {
        Role.AllianceOfficer or Role.AllianceLeader or Role.AlliancePublisher => "lien-minh-htx",
        Role.CooperativeDirector => "htx-kiem-thu",
        Role.Partner => "doi-tac-kiem-thu",
        _ => "so-khcn",
    };

    private static async Task<Guid> OrganisationAsync(AppDbContext db, string code)
    {
        if (await db.Set<Organisation>().SingleOrDefaultAsync(o => o.Code == code) is { } known)
        {
            return known.Id;
        }

        var kind = code.StartsWith("htx", StringComparison.Ordinal) ? OrganisationKind.Cooperative : code.StartsWith("doi-tac", StringComparison.Ordinal) ? OrganisationKind.Enterprise : OrganisationKind.Agency;
        var organisation = new Organisation(Guid.CreateVersion7(), code, kind, $"Tổ chức {code}", shortName: null);
        db.Add(organisation);
        await db.SaveChangesAsync();
        return organisation.Id;
    }
}
