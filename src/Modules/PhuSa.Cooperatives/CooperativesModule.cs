using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Cooperatives.Directory;
using PhuSa.Cooperatives.Figures;
using PhuSa.Cooperatives.Intake;
using PhuSa.Cooperatives.Merging;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Office.Chosen;
using PhuSa.Cooperatives.OpenData;
using PhuSa.Cooperatives.Products;
using PhuSa.Cooperatives.Proposals;
using PhuSa.Cooperatives.Registry;
using PhuSa.Cooperatives.Reports;
using PhuSa.Cooperatives.Sizes;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Maps;
using PhuSa.Platform;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Files;
using PhuSa.Platform.Import;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Office;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives;

/// <summary>The register of cooperatives: each extends one organisation.</summary>
public sealed class CooperativesModule : IModule
{
    public IReadOnlyList<Right> Rights => [RegistryRights.Read, RegistryRights.Keep, RegistryRights.Own, OcopRights.Own];

    public IReadOnlyList<OfficeFolder> OfficeFolders => [new("/Cooperatives/Office", RegistryRights.Read), new("/Cooperatives/Office/Keeping", RegistryRights.Keep), new("/Cooperatives/Own", RegistryRights.Own), new("/Products/Office", RegistryRights.Read), new("/Products/Office/Keeping", RegistryRights.Keep)];

    public IReadOnlyList<OfficeLink> OfficeLinks => [new(OfficeGroups.Records, 10, "Hợp tác xã", RegistryRights.Address, RegistryRights.Read), new(OfficeGroups.Records, 11, "Báo cáo năm của hợp tác xã", ReportDesk.Address, RegistryRights.Read), new(OfficeGroups.Records, 17, "Sản phẩm OCOP", OcopDesk.Address, RegistryRights.Read), new(OfficeGroups.Work, 40, "Đề nghị của hợp tác xã", ProposalDesk.Address, RegistryRights.Keep), new(OfficeGroups.Mine, 5, "Hợp tác xã của tôi", PersonalPlaces.MyCooperative, RegistryRights.Own)];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<ISearchSource, CooperativeSearch>();
        services.AddScoped<CooperativeQueries>();
        services.AddDirectory();
        services.AddScoped<ICooperatives>(provider => provider.GetRequiredService<CooperativeQueries>());
        services.AddScoped<IImportTable, CooperativesTable>();
        services.AddScoped<PublicProfile>();
        services.AddScoped<IKeptFromReaders, KeptFromReaders>();
        services.AddScoped<RegistryBook>();
        services.AddScoped<RegistryDesk>();
        services.AddScoped<IOrganisationFiles, RegistryFiles>();
        services.AddScoped<IKindBound, KindOfFile>();
        services.AddScoped<ChosenDesk>();
        services.AddScoped<Duplicates>();
        services.AddScoped<AlikeFiles>();
        services.AddScoped<OpenRegister>();
        services.AddScoped<OpenFiles>();
        services.AddSingleton<KeptOpenFiles>();
        services.AddScoped<RegisterStock>();
        foreach (var counted in RegisterFigure.All)
        {
            services.AddScoped<IFigure>(provider => new RegisterFigure(counted, provider.GetRequiredService<RegisterStock>()));
        }

        services.AddScoped<IFigure, ReachedByNothing>();
        services.AddScoped<ProposalDesk>();
        services.AddScoped<IWorkSource, ProposalWork>();
        AddMerging(services);
        services.AddScoped<IntakeDesk>();
        services.AddScoped<IntakeRun>();
        services.AddScoped<IScheduledJob, IntakeJob>();
        services.AddScoped<ReportDesk>();
        services.AddScoped<ReportBook>();
        services.AddScoped<ReportOwed>();
        services.AddScoped<IImportTable, YearReportsTable>();
        services.AddScoped<IWorkSource, ReportWork>();
        services.AddScoped<IScheduledJob, ReportReminders>();
        services.AddScoped<IScheduledJob, SizesAnew>();
        foreach (var counted in RatingFigure.All)
        {
            services.AddScoped<IFigure>(provider => new RatingFigure(counted, provider.GetRequiredService<RatingStock>()));
        }

        services.AddScoped<RatingStock>();
        AddProducts(services);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRegistrySheet();
        endpoints.MapReportSheet();
        endpoints.MapUnitSheet();
        endpoints.MapCooperativeApi();
        endpoints.MapMapWorker();
        endpoints.MapIntakeSheet();
        endpoints.MapListSheet<OcopSheet>(OcopDesk.Address, RegistryRights.Read);
    }

    private static void AddMerging(IServiceCollection services)
    {
        services.AddScoped<MergeRecords>();
        services.AddScoped<MergeDesk>();
        services.AddScoped<OrganisationMergeDesk>();
        services.AddScoped<IOrganisationMerges>(provider => provider.GetRequiredService<OrganisationMergeDesk>());
        services.AddScoped<IOrganisationMerge, FileReferences>();
        services.AddScoped<IScheduledJob, MergeStragglers>();
    }

    private static void AddProducts(IServiceCollection services)
    {
        services.AddScoped<OcopBook>();
        services.AddScoped<OcopDesk>();
        services.AddScoped<IImportTable, OcopProductsTable>();
        services.AddScoped<IImportTable, OcopEvaluationsTable>();
        services.AddScoped<ISearchSource, OcopSearch>();
        services.AddScoped<ISitePages, OcopPages>();
        services.AddScoped<IOrganisationParts, ProductsOfOrganisation>();
        services.AddScoped<IFileGuard, OcopFileGuard>();
        services.AddScoped<IFigure, OcopValid>();
        services.AddScoped<IFigure, OcopExpired>();
        services.AddScoped<IReach, OcopReach>();
        services.AddScoped<IKnownBy, OcopNames>();
        services.AddScoped<IKnownBy, ProductNames>();
        services.AddScoped<IScheduledJob, OcopReminders>();
        services.AddScoped<IWorkSource, OcopWork>();
        services.AddScoped<IPaperTemplate, OcopLetterTemplate>();
    }
}
