using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;

namespace PhuSa.Platform.Search;

/// <summary>The search engine; its index lies in <c>Search:Folder</c> (<c>DIR/search</c>).</summary>
public static class SearchRegistration
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<KeptIndex>()
        .AddSingleton<IndexMaking>()
        .AddSingleton<FedTables>()
        .AddSingleton<ISearch, SearchEngine>()
        .AddSingleton<SearchFollowing>()
        .AddSingleton<IWarmUp>(provider => provider.GetRequiredService<SearchFollowing>())
        .AddHostedService(provider => provider.GetRequiredService<SearchFollowing>())
        .AddScoped<IScheduledJob, OldSearchChanges>()
        .AddScoped(provider => new SearchRebuild(
            provider.GetRequiredService<AppDbContext>(), provider.GetRequiredService<IndexMaking>(), provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<TimeProvider>()));
}
