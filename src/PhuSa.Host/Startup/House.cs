using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using PhuSa.CompiledModel;
using PhuSa.Host.Commands;
using PhuSa.Host.Web;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Import;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Assets;
using PhuSa.Platform.Web.PageCache;
using PhuSa.Platform.Web.Seals;

namespace PhuSa.Host.Startup;

/// <summary>Builds the whole product: configuration, services, pipeline.</summary>
internal static class House
{
    private const int MostInOneForm = 10_000;

    /// <param name="quiet">A command-line verb: no web server output.</param>
    public static WebApplication Build(HouseSettings settings, bool quiet)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings.FrameworkArguments,
            ContentRootPath = AppContext.BaseDirectory,
        });
        settings.ApplyTo(builder.Configuration);
        if (quiet)
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
        }

        // The keys lie in the database, which is as private as the records beside them.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A failed command is thrown to whoever asked; EF also probes for its history table by failing once.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Critical);
        builder.WebHost.UseUrls([.. Addresses.Listening(builder.Configuration)]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        // What keeps the server from starting is told in one sentence (ServeCommand); the host's own traces come after that.
        var started = new StrongBox<bool>();
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => started.Value && level >= LogLevel.Warning);

        // It would begin an activity and a log scope at every request. What a page fails with is logged by the error page and by Kestrel.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);

        AddServices(builder);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => started.Value = true);
        Pipeline.Use(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Readiness>();
        services.AddDatabase(builder.Configuration, CompiledModels.Of);
        services.AddScoped<FigureBook>();
        services.AddJobs();
        services.AddSingleton<RightBook>();
        services.AddRights(HouseModules.All);
        services.AddScoped<FolderImport>();
        services.AddSingleton<Texts>();
        services.AddSingleton(typeof(TextsIn<>));
        services.AddScoped(typeof(Later<>));
        services.AddSingleton(new TextsOf(typeof(House).Assembly));
        services.AddAssets();
        services.AddPageCache();
        services.AddSingleton<KeptParts>();
        services.AddAnswerSeals();
        services.AddSearch();
        services.AddHostedService<Opening>();
        services.AddHealth();
        services.AddProblemDetails();
        services.AddOpenApi("v1");
        services.AddLimits();
        services.AddProxies(builder.Configuration);
        services.AddDataProtection().PersistKeysToDbContext<AppDbContext>().SetApplicationName("PhuSa");

        // Without it every Vietnamese letter leaves as a numeric entity and pages grow by a quarter.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // A form without its body is the asker's mistake (400) in every environment.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "phusa-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));

        var mvc = services.AddPagesAlone(options => options.Conventions.AddOffice(HouseModules.All)).AddMvcOptions(SetPages);
        services.ConfigureOptions<VietnameseBindingMessages>();
        services.AddSentences(mvc);
        foreach (var module in HouseModules.All)
        {
            services.AddSingleton(module);
            module.AddServices(services);
            mvc.AddApplicationPart(module.Assembly);
        }

        // The framework would read the keys while it starts, before the database is opened (Opening).
        services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name == "DataProtectionHostedService"));
    }

    private static void SetPages(MvcOptions options)
    {
        // How many values a form may hold is its own limit; a list within it is no error.
        options.MaxModelBindingCollectionSize = MostInOneForm;
        options.Filters.Add<RefusedPageFilter>();
        options.Filters.Add<NoNulInForms>();
        options.ModelBinderProviders.Insert(0, new VietnameseNumberBinderProvider());
        options.ModelBinderProviders.Insert(0, new SwitchBinderProvider());
        options.ModelBinderProviders.Insert(0, new SeenTextBinderProvider());
    }
}
