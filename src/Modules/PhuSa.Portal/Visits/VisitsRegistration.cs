using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.PageCache;

namespace PhuSa.Portal.Visits;

/// <summary>The visit numbers of a site.</summary>
/// <param name="Site">Code of the site that was asked.</param>
/// <param name="Online">Browsers seen in the last five minutes.</param>
/// <param name="Total">Visits since counting began.</param>
/// <param name="Today">Visits since midnight in Việt Nam.</param>
/// <param name="Views">Views of the page named by path; of all pages of the site without a path.</param>
/// <param name="AsOf">UTC.</param>
internal sealed record VisitNumbers(string Site, long Online, long Total, long Today, long Views, DateTime AsOf);

internal static class VisitsRegistration
{
    public static IServiceCollection AddVisits(this IServiceCollection services) => services
        .AddSingleton<VisitBook>()
        .AddSingleton<IPageVisits>(provider => provider.GetRequiredService<VisitBook>())
        .AddSingleton<IWarmUp, VisitWarmUp>()
        .AddScoped<ArticleViews>()
        .AddScoped<IPageViewDays, PageViewDays>()
        .AddScoped<IPageSpread, PageSpread>()
        .AddHostedService<VisitFoldingLoop>();

    public static void MapVisits(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/visits", ReadAsync)
            .WithName("GetVisits")
            .WithSummary("Visits of the site that is asked, and views of one of its pages or, without path, of all of them.");
        endpoints.MapVisitSheets();
        endpoints.MapArticleViewSheets();
    }

    private static async Task<Ok<VisitNumbers>> ReadAsync(HttpContext context, string? path, ISites sites, VisitBook book, TimeProvider clock)
    {
        var site = await sites.OfAsync(context, context.RequestAborted);
        var numbers = await book.ReadAsync(site.Code, path, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new VisitNumbers(site.Code, numbers.Online, numbers.Total, numbers.Today, numbers.Views, clock.GetUtcNow().UtcDateTime));
    }
}
