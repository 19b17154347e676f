using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.People;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;

namespace PhuSa.Tests.Identity;

/// <summary>An empty product that the tests of one class share: each makes people of its own.</summary>
public sealed class PeopleHouse : IAsyncLifetime
{
    public App App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await App.StartAsync(empty: true);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>What tests of the people's pages look up and put in place beside the pages.</summary>
internal static class PeopleOffice
{
    private static readonly Actor By = new("Kiểm thử", "dữ liệu kiểm thử");

    /// <summary>It is this much later. Nothing that ticks several times a second is run for each tick of many days.</summary>
    public static void LaterBy(this App app, TimeSpan span) => app.Clock.AdjustTime(app.Clock.GetUtcNow() + span);

    public static Task<Person> ReadAsync(this App app, Guid id) => app.InScopeAsync(services =>
        services.GetRequiredService<AppDbContext>().Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id));

    public static Task<Appointment> AppointmentAsync(this App app, Guid personId) => app.InScopeAsync(services =>
        services.GetRequiredService<AppDbContext>().Set<Appointment>().AsNoTracking().Where(a => a.PersonId == personId && a.Status == AppointmentStatus.Active).SingleAsync());

    /// <summary>The organisation of this code, registered where it is not yet.</summary>
    public static Task<Guid> OrganisationAsync(this App app, string code, OrganisationKind kind, string name) => app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(By);
        var db = services.GetRequiredService<AppDbContext>();
        if (await db.Set<Organisation>().SingleOrDefaultAsync(o => o.Code == code) is { } known)
        {
            return known.Id;
        }

        var organisation = new Organisation(Guid.CreateVersion7(), code, kind, name, shortName: null);
        db.Add(organisation);
        await db.SaveChangesAsync();
        return organisation.Id;
    });

    /// <summary>One more organisation for a person.</summary>
    public static Task AppointAsync(this App app, Guid personId, Guid? organisationId, params Role[] roles) => app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(By);
        await services.GetRequiredService<AppointmentRegister>().AppointAsync(personId, organisationId, roles, CancellationToken.None);
        return true;
    });

    /// <summary>Somebody with this name and these addresses, acting for nobody.</summary>
    public static Task<Person> NamedAsync(this App app, string name, string? email, string? phone = null) => app.InScopeAsync(async services =>
    {
        services.GetRequiredService<Acting>().As(By);
        var account = new NewAccount(name, new SignInAddress(email, phone), OrganisationId: null, [Role.Administrator]);
        return await services.GetRequiredService<AccountRegister>().AddAsync(account, password: null, CancellationToken.None);
    });

    public static async Task<Visitor> SignInAsync(this App app, string login, string password)
    {
        var visitor = await app.Visit().OpenAsync("/dang-nhap");
        return await visitor.SubmitAsync("main form", ("Input.Login", login), ("Input.Password", password));
    }

    public static Task<List<JournalEntry>> JournalAsync(this App app) => app.InScopeAsync(services =>
        services.GetRequiredService<AppDbContext>().Set<JournalEntry>().AsNoTracking().ToListAsync());
}
