using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Import;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;
using PhuSa.Technology.Figures;
using PhuSa.Technology.Processes;

namespace PhuSa.Technology;

/// <summary>Technology processes that are finished, and who works with them.</summary>
public sealed class TechnologyModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOrganisationMerge, ProcessReferences>();
        services.AddScoped<ISearchSource, ProcessSearch>();
        services.AddScoped<ISitePages, ProcessPages>();
        services.AddScoped<IRatingEvidence, TechnologiesForRating>();
        services.AddScoped<IImportTable, TechnologiesTable>();
        services.AddScoped<IFigure, FinishedWithoutAdopter>();
        services.AddScoped<IOrganisationParts, AdoptedTechnologies>();
    }
}
