using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform;
using PhuSa.Platform.Import;
using PhuSa.Platform.Search;

namespace PhuSa.Cooperatives;

/// <summary>The register of cooperatives: each extends one organisation.</summary>
public sealed class CooperativesModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<ISearchSource, CooperativeSearch>();
        services.AddScoped<CooperativeQueries>();
        services.AddScoped<ICooperatives>(provider => provider.GetRequiredService<CooperativeQueries>());
        services.AddScoped<IImportTable, CooperativesTable>();
    }
}
