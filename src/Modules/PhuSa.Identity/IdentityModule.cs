using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PhuSa.Identity.Appointments;
using PhuSa.Identity.Consents;
using PhuSa.Identity.Contracts;
using PhuSa.Identity.DataRequests;
using PhuSa.Identity.Elsewhere;
using PhuSa.Identity.Factors;
using PhuSa.Identity.OwnData;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Office;
using PhuSa.Platform.Organisations;
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
        new("/Identity/Office/Consents", IdentityRights.ConsentTexts),
        new("/Identity/Office/DataRequests", IdentityRights.DataRequests),
    ];

    public IReadOnlyList<OfficeLink> OfficeLinks =>
    [
        new(OfficeGroups.House, 10, "Người dùng", "/quan-tri/nguoi-dung", IdentityRights.ManagePeople),
        new(OfficeGroups.Records, 90, "Người đại diện hợp tác xã", "/quan-tri/dai-dien-htx", IdentityRights.InviteDirectors),
        new(OfficeGroups.House, 50, "Yêu cầu về dữ liệu cá nhân", "/quan-tri/yeu-cau-du-lieu", IdentityRights.DataRequests),
        new(OfficeGroups.House, 60, "Nội dung đồng ý", "/quan-tri/dong-y", IdentityRights.ConsentTexts),
        new(OfficeGroups.Mine, 10, "Tài khoản của tôi", "/tai-khoan", Right: null),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOrganisationMerge, AppointmentReferences>();
        services.AddScoped<IKindBound, KindOfAppointments>();
        services.AddHttpContextAccessor();
        services.AddScoped<ISignedIn, SignedInOnRequest>();
        services.AddScoped<IPeople, PeopleBook>();
        services.AddScoped<IAgencies, AgencyList>();
        services.AddSingleton<SessionLimits>();
        services.AddScoped<SessionBook>();
        services.AddScoped<SessionCookie>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<PasswordChange>();
        services.AddScoped<Myself>();
        services.AddScoped<Authenticator>();
        services.AddScoped<RecoveryCodes>();
        services.AddScoped<SecondFactors>();
        services.AddScoped<Passkeys>();
        services.AddScoped<OneTimeCodes>();
        services.AddScoped<CodeSender>();
        services.AddSingleton<CodeSending>();
        services.AddHostedService(provider => provider.GetRequiredService<CodeSending>());
        services.AddSingleton<IWarmUp, FirstAdministrator>();
        AddPeople(services);
        AddPrivacy(services);
        AddSignIn(services);
    }

    public void UseMiddleware(IApplicationBuilder app) => app.UseMiddleware<Detours>();

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        PasskeyQuestions.Map(endpoints);
        endpoints.MapPeopleSheet();
    }

    private static void AddPeople(IServiceCollection services)
    {
        services.AddScoped<PeopleList>();
        services.AddScoped<OutsidePeople>();
        services.AddScoped<OrganisationChoice>();
        services.AddScoped<AccountHistory>();
        services.AddScoped<AccountRegister>();
        services.AddScoped<AppointmentRegister>();
        services.AddScoped<AdministratorWatch>();
        services.AddScoped<CodeHandover>();
        services.AddScoped<IAccounts, Accounts>();
        services.AddScoped<IScheduledJob, IdleAccounts>();
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = ShownOnce.Cookie);
    }

    private static void AddPrivacy(IServiceCollection services)
    {
        services.AddScoped<SessionLock>();
        services.AddSingleton<KeptForms>();
        services.AddScoped<IScheduledJob, SessionSweep>();
        services.AddScoped<ConsentBook>();
        services.AddSingleton<IWarmUp, FirstConsentText>();
        services.AddScoped<OwnDataBook>();
        services.AddScoped<Erasure>();
        services.AddScoped<DataRequestNotices>();
        services.AddScoped<IWorkSource, DataRequestWork>();
        services.AddScoped<ContactChange>();
        services.AddScoped<PhoneChange>();
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

        services.AddScoped<PasswordRule>();
        services.AddScoped<IPasswordValidator<Person>>(provider => provider.GetRequiredService<PasswordRule>());
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        AddFurtherWays(services);
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

    private static void AddFurtherWays(IServiceCollection services)
    {
        services.TryAddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IConfiguration>((passkeys, configuration) =>
        {
            // Null: each host for itself. A parent domain lets a passkey serve on all hosts below it.
            passkeys.ServerDomain = configuration["SignIn:PasskeyDomain"];
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && origin.Origin == $"{origin.HttpContext.Request.Scheme}://{origin.HttpContext.Request.Host}");
        });
        // The password was right, the second step is open: for five minutes, however often the page is loaded.
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            cookie.Cookie.Name = "phusa-buoc-hai";
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            cookie.SlidingExpiration = false;
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme, cookie =>
        {
            cookie.Cookie.Name = "phusa-noi-khac";
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            cookie.SlidingExpiration = false;
        });
        ProviderSchemes.Add(services);
    }
}
