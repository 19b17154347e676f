using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Import;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Feeds;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Visits;

namespace PhuSa.Portal;

/// <summary>The public face: the sites, their menus and news, the home pages.</summary>
public sealed class PortalModule : IModule
{
    public IReadOnlyList<Right> Rights => [FeedbackRights.Handle, StatisticsRights.Read];

    public IReadOnlyList<OfficeFolder> OfficeFolders =>
    [
        new("/Portal/Office/Feedback", FeedbackRights.Handle),
        new("/Portal/Office/Statistics", StatisticsRights.Read),
    ];

    public IReadOnlyList<OfficeLink> OfficeLinks =>
    [
        new(OfficeGroups.Work, 10, "Góp ý của bạn đọc", FeedbackRights.Office, FeedbackRights.Handle),
        new(OfficeGroups.Publishing, 80, "Lượt xem bài viết", StatisticsRights.Office, StatisticsRights.Read),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<KeptSites>();
        services.AddSingleton<ISites>(provider => provider.GetRequiredService<KeptSites>());
        services.AddSingleton<Scene>();
        services.AddScoped<News>();
        services.AddScoped<SiteNews>();
        services.AddScoped<NamedFigures>();
        services.AddScoped<IFigureUses, PortalFigureUses>();
        services.AddScoped<IImportTable, SitesTable>();
        services.AddScoped<IImportTable, SiteLinksTable>();
        services.AddScoped<IImportTable, CategoriesTable>();
        services.AddScoped<IImportTable, HomeFiguresTable>();
        services.AddScoped<IImportTable, ArticlesTable>();
        services.AddVisits();
        services.AddFeedback();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapVisits();
        endpoints.MapFeeds();
        endpoints.MapSiteMaps();
    }
}
