using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PhuSa.Platform.Web.PageCache;

/// <summary>Keeps public pages in memory: at most <c>PageCache:Megabytes</c> (128).</summary>
public static class PageCacheRegistration
{
    private const int DefaultMegabytes = 128;

    public static IServiceCollection AddPageCache(this IServiceCollection services) => services
        .AddSingleton(provider => new KeptPages(provider.GetRequiredService<IConfiguration>().GetValue("PageCache:Megabytes", DefaultMegabytes) * 1024L * 1024L))
        .AddSingleton<HostSites>();

    /// <summary>Behind whatever turns HEAD into GET, before routing and error pages.</summary>
    public static IApplicationBuilder UsePageCache(this IApplicationBuilder app) => app.UseMiddleware<PageCacheMiddleware>();
}
