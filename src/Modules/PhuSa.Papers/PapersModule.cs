using Microsoft.Extensions.DependencyInjection;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Platform;
using PhuSa.Platform.Import;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;

namespace PhuSa.Papers;

/// <summary>The books of official papers: those that go out with their numbers, those that come in, and the register of others.</summary>
public sealed class PapersModule : IModule
{
    public IReadOnlyList<Right> Rights => PapersRights.All;

    public IReadOnlyList<OfficeFolder> OfficeFolders => [];

    public IReadOnlyList<OfficeLink> OfficeLinks => [];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<ISearchSource, PaperSearch>();
        services.AddScoped<PaperQueries>();
        services.AddScoped<IPapers>(provider => provider.GetRequiredService<PaperQueries>());
        services.AddScoped<IImportTable, PapersTable>();
        services.AddScoped<IFormerAddresses, PaperAddress>();
        services.AddScoped<PaperReach>();
        services.AddScoped<NumberTaking>();
        services.AddScoped<OutgoingDesk>();
        services.AddScoped<IncomingDesk>();
        services.AddScoped<IWorkSource, IncomingWork>();
    }
}
