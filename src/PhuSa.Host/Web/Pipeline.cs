using PhuSa.Platform;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web.Assets;
using PhuSa.Platform.Web.PageCache;
using PhuSa.Platform.Web.Seals;

namespace PhuSa.Host.Web;

/// <summary>The order in which a request passes through the house.</summary>
internal static class Pipeline
{
    /// <summary>Where this stands, the framework does not ask who somebody is ahead of everything else, at every address.</summary>
    private const string AskedByOurselves = "__AuthenticationMiddlewareSet";

    public static void Use(WebApplication app)
    {
        ((IApplicationBuilder)app).Properties[AskedByOurselves] = true;
        app.UseProxies();
        app.UseMiddleware<OddRequests>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseHealth();
        app.UseMiddleware<NotReadyYet>();
        app.UseAnswerSeals();
        app.UseAssets();
        app.UseMiddleware<HeadLikeGet>();
        app.UsePageCache();
        app.UseExceptionHandler("/loi/500");
        app.UseStatusCodePagesWithReExecute("/loi/{0}");
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase), api => api.UseExceptionHandler().UseStatusCodePages());
        app.UseMiddleware<ReaderLanguage>();
        app.UseRouting();
        app.UseMiddleware<LimitedPosts>();
        // Public pages are the same for everyone: nobody is asked who they are there, and no cookie of ours is renewed.
        app.UseWhen(context => PersonalPlaces.Hold(context.Request.Path), personal => personal.UseAuthentication().UseMiddleware<PersonalPages>().UseMiddleware<ActingOnRequest>());
        foreach (var module in HouseModules.All)
        {
            module.UseMiddleware(app);
        }

        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapDisplayChoices();
        foreach (var module in HouseModules.All)
        {
            module.MapEndpoints(app);
        }
    }
}
