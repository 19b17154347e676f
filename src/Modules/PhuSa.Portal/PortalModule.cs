using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Files;
using PhuSa.Platform.Import;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Office;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Portal.Articles.Lists;
using PhuSa.Portal.Articles.Tables;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Feeds;
using PhuSa.Portal.Pages.Portal;
using PhuSa.Portal.Pages.Portal.Office.Articles.Writing;
using PhuSa.Portal.OldPortal;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Redirects;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Searching;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Tags;
using PhuSa.Portal.Visits;
using PhuSa.Portal.Watching;
using PhuSa.Portal.Watching.Seals;

namespace PhuSa.Portal;

/// <summary>The public face: the sites, their menus and news, the home pages.</summary>
public sealed class PortalModule : IModule
{
    public IReadOnlyList<Right> Rights => [.. PublishingRights.All, PortalRights.Sites, PortalRights.OpenSites, FeedbackRights.Handle, StatisticsRights.Read, WatchRights.Watch];

    public IReadOnlyList<OfficeFolder> OfficeFolders =>
    [
        new("/Portal/Office/Articles", PublishingRights.Read),
        new("/Portal/Office/Articles/Writing", PublishingRights.Write),
        new("/Portal/Office/Articles/Reviewing", PublishingRights.Review),
        new("/Portal/Office/Articles/Approving", PublishingRights.Publish),
        new("/Portal/Office/Sites", PortalRights.Sites),
        new("/Portal/Office/Sites/Opening", PortalRights.OpenSites),
        new("/Portal/Office/Redirects", PortalRights.Sites),
        new("/Portal/Office/Feedback", FeedbackRights.Handle),
        new("/Portal/Office/Statistics", StatisticsRights.Read),
        new("/Portal/Office/Watch", WatchRights.Watch),
    ];

    public IReadOnlyList<OfficeLink> OfficeLinks =>
    [
        new(OfficeGroups.Publishing, 10, "Bài viết", OfficeAddress.Articles, PublishingRights.Read),
        new(OfficeGroups.Publishing, 50, "Trang công khai", "/quan-tri/trang", PortalRights.Sites),
        new(OfficeGroups.Publishing, 60, "Địa chỉ cũ", "/quan-tri/chuyen-huong", PortalRights.Sites),
        new(OfficeGroups.Work, 10, "Góp ý của bạn đọc", FeedbackRights.Office, FeedbackRights.Handle),
        new(OfficeGroups.Publishing, 80, "Lượt xem bài viết", StatisticsRights.Office, StatisticsRights.Read),
        new(OfficeGroups.House, 60, "Giám sát", WatchRights.Office, WatchRights.Watch),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<ISearchSource, NewsSearch>();
        services.AddScoped<ISearchSource, PageSearch>();
        services.AddScoped<ISearchSource, ProcedureSearch>();
        services.AddScoped<ISearchSource, LegalSearch>();
        services.AddScoped<ISearchSource, QuestionSearch>();
        services.AddSingleton<KeptSites>();
        services.AddSingleton<ISites>(provider => provider.GetRequiredService<KeptSites>());
        services.AddSingleton<Scene>();
        services.AddScoped<SiteDesk>();
        services.AddScoped<IOrganisationMerge, SiteOwnerMerge>();
        services.AddScoped<HomeContents>();
        services.AddScoped<IFileGuard, LogoGuard>();
        services.AddSingleton<ArticleReading>();
        services.AddSingleton<KeptNews>();
        services.AddScoped<News>();
        services.AddScoped<NewsPictures>();
        services.AddScoped<ArticleChanges>();
        services.AddScoped<SiteNews>();
        services.AddSingleton<KeptFigures>();
        services.AddScoped<NamedFigures>();
        services.AddScoped<IFigureUses, PortalFigureUses>();
        services.AddScoped<MovedAddresses>();
        services.AddSingleton<KeptTags>();
        services.AddScoped<TagNews>();
        services.AddScoped<LegalLibrary>();
        services.AddScoped<Libraries>();
        services.AddScoped<SiteAddresses>();
        services.AddSingleton<KeptAddresses>();
        AddTables(services);
        AddPublishing(services);
        services.AddVisits();
        services.AddFeedback();
        services.AddWatching();
    }

    public void UseMiddleware(IApplicationBuilder app) => app.UseMiddleware<OldAddressAnswers>();

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapVisits();
        endpoints.MapFeeds();
        endpoints.MapSiteMaps();
        endpoints.MapLegalSheet();
        endpoints.MapOpenSearch();
        endpoints.MapSeals();
    }

    private static void AddTables(IServiceCollection services)
    {
        services.AddScoped<IImportTable, SitesTable>();
        services.AddScoped<IImportTable, SiteLinksTable>();
        services.AddScoped<IImportTable, CategoriesTable>();
        services.AddScoped<IImportTable, HomeFiguresTable>();
        services.AddScoped<IImportTable, ArticlesTable>();
        services.AddScoped<IImportTable, RedirectsTable>();
        services.AddScoped<OldArticleWriting>();
        services.AddScoped<IOldPortalImport, OldPortalImport>();
        services.AddScoped<IImportTable, LegalDocumentsTable>();
        services.AddScoped<IImportTable, ProceduresTable>();
        services.AddScoped<IImportTable, DirectoriesTable>();
    }

    private static void AddPublishing(IServiceCollection services)
    {
        services.AddScoped<ArticleReach>();
        services.AddScoped<LegalTwins>();
        services.AddScoped<ArticleList>();
        services.AddScoped<EditorialDesk>();
        services.AddScoped<PuttingOut>();
        services.AddScoped<ISaveChangesInterceptor, ImportedRevisions>();
        services.AddScoped<ArticleShowing>();
        services.AddScoped<ArticleLinks>();
        services.AddScoped<FactsShowing>();
        services.AddScoped<FactsForm>();
        services.AddScoped<Replacements>();
        services.AddScoped<ArticleForm>();
        services.AddScoped<PublishingNotices>();
        services.AddScoped<IFileGuard, ArticleFileGuard>();
        services.AddScoped<IWorkSource, PublishingWork>();
        services.AddScoped<IScheduledJob, PublishingJob>();
    }
}
