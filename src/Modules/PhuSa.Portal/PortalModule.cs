using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Import;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal;

/// <summary>The public face: the sites, their menus and news, the home pages.</summary>
public sealed class PortalModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton<IContentWatch, StampReading>();
        services.AddSingleton<KeptSites>();
        services.AddSingleton<ISites>(provider => provider.GetRequiredService<KeptSites>());
        services.AddSingleton<Scene>();
        services.AddScoped<News>();
        services.AddScoped<NamedFigures>();
        services.AddScoped<IImportTable, SitesTable>();
        services.AddScoped<IImportTable, SiteLinksTable>();
        services.AddScoped<IImportTable, CategoriesTable>();
        services.AddScoped<IImportTable, HomeFiguresTable>();
        services.AddScoped<IImportTable, ArticlesTable>();
    }
}
