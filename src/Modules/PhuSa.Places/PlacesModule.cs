using Microsoft.Extensions.DependencyInjection;
using PhuSa.Places.Changes;
using PhuSa.Places.Contracts;
using PhuSa.Places.Places;
using PhuSa.Platform;
using PhuSa.Platform.Import;

namespace PhuSa.Places;

/// <summary>Administrative units by version, and what became of them.</summary>
public sealed class PlacesModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IPlaces, PlaceQueries>();
        services.AddScoped<IImportTable, PlacesTable>();
        services.AddScoped<IImportTable, PlaceChangesTable>();
    }
}
