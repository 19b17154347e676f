using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.Consents;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.BrowserTests;

/// <summary>People of a test and browsers in which they are signed in. A test makes its own; nobody is shared.</summary>
internal static class OfficePeople
{
    public const string Password = "Phù sa bồi đắp 2020!";
    public static readonly Actor By = new("Kiểm thử", "dữ liệu kiểm thử");
    private static int _count;

    public static async Task<T> InScopeAsync<T>(this Site site, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().As(By);
        return await work(scope.ServiceProvider);
    }

    /// <param name="organisation">The code of an organisation of the samples; null for one that fits the role.</param>
    /// <param name="password">Null: none, they sign in by code.</param>
    public static Task<Person> PersonAsync(this Site site, Role role, string name = "Trần Thị Hà", string? organisation = null, string? email = null, string? phone = null, string? password = Password) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var clock = TimeProvider.System.GetUtcNow();
        var now = clock.UtcDateTime;
        var person = new Person(Guid.CreateVersion7(clock), name, email ?? (phone is null ? $"{SearchText.Fold(name).Replace(' ', '.')}.{Interlocked.Increment(ref _count)}@kiem-thu.vn" : null), phone, By, now);
        db.Add(new Appointment(Guid.CreateVersion7(clock), person.Id, await OrganisationAsync(services, organisation ?? CodeOf(role)), [role], By, now));
        db.Add(new Consent(Guid.CreateVersion7(clock), person.Id, await db.Set<ConsentText>().MaxAsync(t => t.Number), given: true, "vi", "127.0.0.1", now));
        person.TwoFactorEnabled = SessionBook.AsksForSecondFactor([role]);
        if (password is not null)
        {
            person.PasswordSet(now, byThemselves: true);
        }

        var people = services.GetRequiredService<UserManager<Person>>();
        var made = password is null ? await people.CreateAsync(person) : await people.CreateAsync(person, password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
        return person;
    });

    /// <summary>A browser in which this person is signed in already.</summary>
    public static async Task<IPage> PageOfAsync(this Site site, Person person, int width, int height, bool javaScript = true, bool locked = false)
    {
        var page = await site.PageAsync(width, height, javaScript);
        await page.Context.AddCookiesAsync([new Cookie { Name = SessionCookie.Name, Value = await site.SessionAsync(person, locked), Url = site.Department }]);
        return page;
    }

    public static Task LockAsync(this Site site, Person person) => site.InScopeAsync(async services =>
        await services.GetRequiredService<AppDbContext>().Set<SignInSession>().Where(s => s.PersonId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Locked, valueExpression: true)));

    /// <summary>As if the person had long been signed in: what changes how they sign in asks again who sits there.</summary>
    public static Task ForgetProofsAsync(this Site site, Person person) => site.InScopeAsync(async services =>
        await services.GetRequiredService<AppDbContext>().Set<SignInSession>().Where(s => s.PersonId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, (DateTime?)null)));

    private static Task<string> SessionAsync(this Site site, Person person, bool locked) => site.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        var now = TimeProvider.System.GetUtcNow();
        var session = new SignInSession(Guid.CreateVersion7(now), person.Id, SignInMethod.PasswordAndCode, "Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0", "127.0.0.1", now.UtcDateTime, TimeSpan.FromHours(12));
        if (locked)
        {
            session.Lock();
        }

        db.Add(session);
        await db.SaveChangesAsync();
        var scheme = IdentityConstants.ApplicationScheme;
        var ticket = new AuthenticationTicket(SessionCookie.Principal(person.Id, session.Id, []), new AuthenticationProperties { ExpiresUtc = DateTimeOffset.MaxValue }, scheme);
        return services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme).TicketDataFormat.Protect(ticket);
    });

    private static string? CodeOf(Role role) => role switch
    {
        Role.Administrator => null,
        Role.AllianceOfficer or Role.AllianceLeader or Role.AlliancePublisher => "lien-minh-htx",
        Role.CooperativeDirector => "htx-long-binh",
        _ => "so-khcn",
    };

    private static async Task<Guid?> OrganisationAsync(IServiceProvider services, string? code)
    {
        if (code is null)
        {
            return null;
        }

        var found = await services.GetRequiredService<IOrganisations>().FindAsync(code, CancellationToken.None);
        Assert.NotNull(found);
        return found.Id;
    }
}
