using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PhuSa.Platform.Web.Assets;

/// <summary>Registers the assets and answers for them.</summary>
public static class AssetRegistration
{
    public static IServiceCollection AddAssets(this IServiceCollection services) =>
        services.AddSingleton(_ => new AssetFiles(AssetFiles.BesideTheProgram));

    /// <summary>Goes before anything that looks at sites, people or pages. A program that was not built whole stops here, with one sentence.</summary>
    public static IApplicationBuilder UseAssets(this IApplicationBuilder app) =>
        app.UseMiddleware<AssetMiddleware>(app.ApplicationServices.GetRequiredService<AssetFiles>());
}
