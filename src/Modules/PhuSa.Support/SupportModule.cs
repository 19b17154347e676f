using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Import;
using PhuSa.Platform.Office;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;
using PhuSa.Support.Applications;
using PhuSa.Support.Figures;
using PhuSa.Support.Schemes;
using PhuSa.Support.Verdicts;

namespace PhuSa.Support;

/// <summary>Support schemes by version, requests for support, and what was answered group by group.</summary>
public sealed class SupportModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOrganisationMerge, ApplicationReferences>();
        services.AddScoped<ISearchSource, SchemeSearch>();
        services.AddScoped<ISearchSource, ApplicationSearch>();
        services.AddScoped<ISitePages, ApplicationPages>();
        services.AddScoped<IKeptFromReaders, KeptFromReaders>();
        services.AddScoped<IWorkSource, ApplicationWork>();
        services.AddScoped<IImportTable, SchemesTable>();
        services.AddScoped<IImportTable, SchemeVersionsTable>();
        services.AddScoped<IImportTable, ApplicationsTable>();
        services.AddScoped<IImportTable, VerdictsTable>();
        services.AddScoped<IFigure, RepliesGiven>();
        services.AddScoped<IReach, SupportReach>();
        services.AddScoped<IOrganisationParts, ApplicationsOfCooperative>();
    }
}
