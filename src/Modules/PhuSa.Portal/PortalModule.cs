using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Import;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Searching;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Visits;

namespace PhuSa.Portal;

/// <summary>The public face: the sites, their menus and news, the home pages.</summary>
public sealed class PortalModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<ISearchSource, ArticleSearch>();
        services.AddSingleton<KeptSites>();
        services.AddSingleton<ISites>(provider => provider.GetRequiredService<KeptSites>());
        services.AddSingleton<Scene>();
        services.AddScoped<News>();
        services.AddScoped<NamedFigures>();
        services.AddScoped<IFigureUses, PortalFigureUses>();
        services.AddScoped<IImportTable, SitesTable>();
        services.AddScoped<IImportTable, SiteLinksTable>();
        services.AddScoped<IImportTable, CategoriesTable>();
        services.AddScoped<IImportTable, HomeFiguresTable>();
        services.AddScoped<IImportTable, ArticlesTable>();
        services.AddVisits();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapVisits();
        endpoints.MapOpenSearch();
    }
}
