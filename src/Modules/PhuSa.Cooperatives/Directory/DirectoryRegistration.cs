using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Maps;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Directory;

/// <summary>What the public directory and its map are made of.</summary>
internal static class DirectoryRegistration
{
    public static void AddDirectory(this IServiceCollection services)
    {
        services.AddSingleton<KeptKnownWords>();
        services.AddScoped<KnownWords>();
        services.AddScoped<PublicCommunes>();
        services.AddScoped<SearchedPieces>();
        services.AddScoped<DirectoryNarrowing>();
        services.AddScoped<CooperativeDirectory>();
        services.AddSingleton<MapSource>();
        services.AddScoped<ISitePages, DirectoryPages>();
    }
}
