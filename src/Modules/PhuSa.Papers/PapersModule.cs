using Microsoft.Extensions.DependencyInjection;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform;
using PhuSa.Platform.Import;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;

namespace PhuSa.Papers;

/// <summary>The book of official papers: numbers, titles, who issued them and when.</summary>
public sealed class PapersModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<ISearchSource, PaperSearch>();
        services.AddScoped<PaperQueries>();
        services.AddScoped<IPapers>(provider => provider.GetRequiredService<PaperQueries>());
        services.AddScoped<IImportTable, PapersTable>();
        services.AddScoped<IFormerAddresses, PaperAddress>();
    }
}
