using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Identity.Consents;
using PhuSa.Identity.DataRequests;
using PhuSa.Identity.OwnData;
using PhuSa.Identity.People;
using PhuSa.Identity.Sessions;
using PhuSa.Identity.SignIn;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Office;
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
        new("/Identity/Office/Consents", IdentityRights.ConsentTexts),
        new("/Identity/Office/DataRequests", IdentityRights.DataRequests),
    ];

    public IReadOnlyList<OfficeLink> OfficeLinks =>
    [
        new(OfficeGroups.House, 10, "Người dùng", "/quan-tri/nguoi-dung", IdentityRights.ManagePeople),
        new(OfficeGroups.House, 50, "Yêu cầu về dữ liệu cá nhân", "/quan-tri/yeu-cau-du-lieu", IdentityRights.DataRequests),
        new(OfficeGroups.House, 60, "Nội dung đồng ý", "/quan-tri/dong-y", IdentityRights.ConsentTexts),
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
        AddPrivacy(services);
        AddSignIn(services);
    }

    public void UseMiddleware(IApplicationBuilder app) => app.UseMiddleware<Detours>();

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
