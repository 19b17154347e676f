using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.Contracts;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity;

/// <summary>People, the organisation they act for, their roles, and how they sign in.</summary>
public sealed class IdentityModule : IModule
{
    public IReadOnlyList<Right> Rights => IdentityRights.All;

    public IReadOnlyList<OfficeFolder> OfficeFolders =>
    [
        new("/Identity/Account", Right: null),
        new("/Identity/Office", IdentityRights.ManagePeople),
        new("/Identity/Office/Directors", IdentityRights.InviteDirectors),
    ];

    public IReadOnlyList<OfficeLink> OfficeLinks =>
    [
        new(OfficeGroups.House, 10, "Người dùng", "/quan-tri/nguoi-dung", IdentityRights.ManagePeople),
        new(OfficeGroups.Records, 90, "Người đại diện hợp tác xã", "/quan-tri/dai-dien-htx", IdentityRights.InviteDirectors),
        new(OfficeGroups.Mine, 10, "Tài khoản của tôi", "/tai-khoan", Right: null),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ISignedIn, SignedInOnRequest>();
        services.AddScoped<IPeople, PeopleBook>();
        services.AddSingleton<SessionLimits>();
        services.AddScoped<SessionBook>();
        services.AddScoped<SessionCookie>();
        services.AddScoped<PasswordCheck>();
        services.AddSingleton<IWarmUp, FirstAdministrator>();
        AddPeople(services);
        AddSignIn(services);
    }

    public void UseMiddleware(IApplicationBuilder app) => app.UseMiddleware<Detours>();

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapPeopleSheet();

    private static void AddPeople(IServiceCollection services)
    {
        services.AddScoped<PeopleList>();
        services.AddScoped<OutsidePeople>();
        services.AddScoped<OrganisationChoice>();
        services.AddScoped<AccountHistory>();
        services.AddScoped<AccountRegister>();
        services.AddScoped<AppointmentRegister>();
        services.AddScoped<AdministratorWatch>();
        services.AddScoped<OneTimeCodes>();
        services.AddScoped<CodeHandover>();
        services.AddScoped<IAccounts, Accounts>();
        services.AddScoped<IScheduledJob, IdleAccounts>();
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = ShownOnce.Cookie);
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddIdentityCore<Person>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.Stores.ProtectPersonalData = false;
                options.User.RequireUniqueEmail = false;
            })
            .AddUserStore<UserOnlyStore<Person, AppDbContext, Guid>>()
            .AddSignInManager<HouseSignIn>()
            .AddDefaultTokenProviders();
        services.AddScoped(provider => (HouseSignIn)provider.GetRequiredService<SignInManager<Person>>());

        // Only our own rule decides over passwords; the framework's asks for less and says it in English.
        foreach (var framework in services.Where(s => s.ServiceType == typeof(IPasswordValidator<Person>)).ToList())
        {
            services.Remove(framework);
        }

        services.AddScoped<IPasswordValidator<Person>, PasswordRule>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.EventsType = typeof(SessionCookie);
            cookie.Cookie.Name = SessionCookie.Name;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.SlidingExpiration = false;
            cookie.ExpireTimeSpan = TimeSpan.FromDays(400);
            cookie.ReturnUrlParameter = SessionCookie.Next;
        });
    }
}
