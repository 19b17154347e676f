using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Papers.Api;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Office;
using PhuSa.Papers.Pages.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Papers.Printing;
using PhuSa.Papers.Signing;
using PhuSa.Papers.Templates;
using PhuSa.Platform;
using PhuSa.Platform.Files;
using PhuSa.Platform.Import;
using PhuSa.Platform.Office;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;

namespace PhuSa.Papers;

/// <summary>The books of official papers: those that go out with their numbers, those that come in, and the register of others.</summary>
public sealed class PapersModule : IModule
{
    public IReadOnlyList<Right> Rights => PapersRights.All;

    public IReadOnlyList<OfficeFolder> OfficeFolders =>
    [
        new("/Papers/Office", PapersRights.Read),
        new("/Papers/Office/Writing", PapersRights.Keep),
        new("/Papers/Office/Arrivals", PapersRights.Keep),
        new("/Papers/Office/Numbering", PapersRights.Number),
    ];

    public IReadOnlyList<OfficeLink> OfficeLinks =>
    [
        new(OfficeGroups.Records, 20, "Văn bản đi", PapersRights.Outgoing, PapersRights.Read),
        new(OfficeGroups.Records, 21, "Văn bản đến", PapersRights.Incoming, PapersRights.Read),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOrganisationMerge, PaperReferences>();
        services.AddScoped<IOrganisationMerge, OfficeMerge>();
        services.AddScoped<ISearchSource, PaperSearch>();
        services.AddScoped<ISitePages, PaperPages>();
        services.AddScoped<PaperQueries>();
        services.AddScoped<IPapers>(provider => provider.GetRequiredService<PaperQueries>());
        services.AddScoped<IImportTable, PapersTable>();
        services.AddScoped<IFormerAddresses, PaperAddress>();
        services.AddScoped<PaperReach>();
        services.AddScoped<IAgencyPapers, AgencyPapers>();
        services.AddScoped<PaperDesk>();
        services.AddScoped<PaperList>();
        services.AddScoped<IncomingList>();
        services.AddScoped<IFileGuard, PaperFileGuard>();
        services.AddScoped<IFileGuard, TemplateFileGuard>();
        services.AddScoped<NumberTaking>();
        services.AddScoped<OutgoingDesk>();
        services.AddScoped<IncomingDesk>();
        services.AddScoped<IWorkSource, IncomingWork>();
        services.AddScoped<IWorkSource, PaperWork>();
        services.AddScoped<PaperPrinting>();
        services.AddSingleton<PdfMaker>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<RemoteSigner>();
        services.AddHttpClient(RemoteSigner.Client, http => (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(30), 1 << 20))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPaperDownloads();
        endpoints.MapListSheet<PaperSheet>(PapersRights.Outgoing, PapersRights.Read);
        endpoints.MapListSheet<ArrivalSheet>(PapersRights.Incoming, PapersRights.Read);
    }
}
