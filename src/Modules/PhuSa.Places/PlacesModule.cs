using Microsoft.Extensions.DependencyInjection;
using PhuSa.Places.Changes;
using PhuSa.Places.Contracts;
using PhuSa.Places.Office;
using PhuSa.Places.Places;
using PhuSa.Platform;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rights;

namespace PhuSa.Places;

/// <summary>Administrative units by version, and what became of them.</summary>
public sealed class PlacesModule : IModule
{
    public IReadOnlyList<Right> Rights => [PlacesRights.Read, PlacesRights.Keep];

    public IReadOnlyList<OfficeFolder> OfficeFolders => [new("/Places/Office", PlacesRights.Read), new("/Places/Office/Update", PlacesRights.Keep)];

    public IReadOnlyList<OfficeLink> OfficeLinks => [new(OfficeGroups.Records, 90, "Đơn vị hành chính", PlacesRights.Address, PlacesRights.Read)];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<PlaceQueries>();
        services.AddScoped<IPlaces>(provider => provider.GetRequiredService<PlaceQueries>());
        services.AddScoped<PlaceUnits>();
        services.AddScoped<PlaceBook>();
        services.AddSingleton<PlacesUpdate>();
        services.AddScoped<IImportTable, PlacesTable>();
        services.AddScoped<IImportTable, PlaceChangesTable>();
    }
}
