using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Cooperatives.Figures;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.OpenData;
using PhuSa.Cooperatives.Registry;
using PhuSa.Platform;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;

namespace PhuSa.Cooperatives;

/// <summary>The register of cooperatives: each extends one organisation.</summary>
public sealed class CooperativesModule : IModule
{
    public IReadOnlyList<Right> Rights => [RegistryRights.Read, RegistryRights.Keep];

    public IReadOnlyList<OfficeFolder> OfficeFolders => [new("/Cooperatives/Office", RegistryRights.Read), new("/Cooperatives/Office/Keeping", RegistryRights.Keep)];

    public IReadOnlyList<OfficeLink> OfficeLinks => [new(OfficeGroups.Records, 10, "Hợp tác xã", RegistryRights.Address, RegistryRights.Read)];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<ISearchSource, CooperativeSearch>();
        services.AddScoped<CooperativeQueries>();
        services.AddScoped<ICooperatives>(provider => provider.GetRequiredService<CooperativeQueries>());
        services.AddScoped<IImportTable, CooperativesTable>();
        services.AddScoped<PublicProfile>();
        services.AddScoped<RegistryBook>();
        services.AddScoped<RegistryDesk>();
        services.AddScoped<Duplicates>();
        services.AddScoped<OpenRegister>();
        services.AddScoped<OpenFiles>();
        services.AddSingleton<KeptOpenFiles>();
        services.AddScoped<RegisterStock>();
        foreach (var counted in RegisterFigure.All)
        {
            services.AddScoped<IFigure>(provider => new RegisterFigure(counted, provider.GetRequiredService<RegisterStock>()));
        }
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRegistrySheet();
        endpoints.MapCooperativeApi();
    }
}
