using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Marks.Applications;
using PhuSa.Marks.Ceremonies;
using PhuSa.Marks.Certificates;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Checking;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Decisions;
using PhuSa.Marks.Figures;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Marks.Office.Collective;
using PhuSa.Marks.Office.Support;
using PhuSa.Marks.OpenData;
using PhuSa.Marks.Register;
using PhuSa.Marks.Reports;
using PhuSa.Marks.Scans;
using PhuSa.Marks.Statements;
using PhuSa.Papers.Contracts;
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

namespace PhuSa.Marks;

/// <summary>Certification marks with the rights to use them, collective marks with their support contracts.</summary>
public sealed class MarksModule : IModule
{
    public IReadOnlyList<Right> Rights => [.. MarkRights.All, StatementRights.Keys, .. CollectiveRights.All, .. SupportRights.All];

    public IReadOnlyList<OfficeFolder> OfficeFolders =>
    [
        new("/Marks/Office", MarkRights.Read),
        new("/Marks/Office/Keeping", MarkRights.Keep),
        new("/Marks/Own", MarkRights.Own),
        new("/Marks/Keys", StatementRights.Keys),
        new("/Marks/Office/Collective", CollectiveRights.Read),
        new("/Marks/Office/Collective/Keeping", CollectiveRights.Keep),
        new("/Marks/Office/Support", SupportRights.Read),
        new("/Marks/Office/Support/Keeping", SupportRights.Keep),
    ];

    public IReadOnlyList<OfficeLink> OfficeLinks =>
    [
        new(OfficeGroups.Records, 31, "Quyền sử dụng nhãn hiệu", MarkRights.Grants, MarkRights.Read),
        new(OfficeGroups.Records, 30, "Nhãn hiệu chứng nhận", MarkRights.Marks, MarkRights.Read),
        new(OfficeGroups.Work, 41, "Đơn xin dùng nhãn hiệu", ApplicationDesk.Address, MarkRights.Read),
        new(OfficeGroups.Work, 42, "Kiểm tra sử dụng nhãn hiệu", InspectionDesk.Address, MarkRights.Read),
        new(OfficeGroups.Mine, 6, "Nhãn hiệu của tôi", ApplicationDesk.Own, MarkRights.Own),
        new(OfficeGroups.Records, 33, "Tin báo nhãn", MarkRights.Reports, MarkRights.Read),
        new(OfficeGroups.Records, 32, "Tem nhãn hiệu", MarkRights.Labels, MarkRights.Read),
        new(OfficeGroups.Records, 34, "Kiểm tra nhãn bất thường", MarkRights.Unusual, MarkRights.Read),
        new(OfficeGroups.House, 61, "Khoá ký mã nhãn", StatementRights.Office, StatementRights.Keys),
        new(OfficeGroups.Records, 37, "Lễ trao giấy chứng nhận", CeremonyDesk.Address, MarkRights.Read),
        new(OfficeGroups.Records, 38, "Số liệu nhãn hiệu", MarkRights.Figures, MarkRights.Read),
        new(OfficeGroups.Records, 35, "Nhãn hiệu tập thể", CollectiveRights.Marks, CollectiveRights.Read),
        new(OfficeGroups.Records, 36, "Hỗ trợ đăng ký nhãn hiệu", SupportRights.Support, SupportRights.Read),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOrganisationMerge, MarkReferences>();
        services.AddScoped<ISearchSource, MarkSearch>();
        services.AddScoped<ISitePages, MarkPages>();
        services.AddScoped<IRatingEvidence, MarksForRating>();
        services.AddScoped<IKnownBy, MarkNames>();
        services.AddScoped<IImportTable, CertificationMarksTable>();
        services.AddScoped<IImportTable, GrantBatchesTable>();
        services.AddScoped<IImportTable, MarkGrantsTable>();
        services.AddScoped<IImportTable, CollectiveMarksTable>();
        services.AddScoped<IImportTable, SupportContractsTable>();

        services.AddScoped<HolderNames>();
        services.AddScoped<MarkRegister>();
        services.AddScoped<RightsBook>();
        services.AddScoped<IFileGuard, MarkSampleGuard>();
        services.AddScoped<MarkHistory>();
        services.AddScoped<IOrganisationParts, MarksOfOrganisation>();

        services.AddSingleton<IWarmUp, MissingCheckCodes>();
        services.AddScoped<CheckRegister>();
        services.AddScoped<CheckWords>();
        services.AddScoped<IPaperUse, GrantPaperUse>();
        services.AddApplications();
        services.AddInspections();
        services.AddCeremonies();
        services.AddLabels().AddScans().AddDecisions().AddStatements();
        services.AddCollectiveMarks();
        services.AddScoped<GrantDesk>();
        services.AddScoped<GrantGiving>();
        services.AddScoped<RevocationBans>();
        services.AddScoped<GrantCertificates>();
        services.AddScoped<GrantList>();
        services.AddScoped<HoldersOnMap>();
        services.AddScoped<IWorkSource, GrantWork>();
        services.AddScoped<IScheduledJob, GrantReminders>();
        services.AddSingleton<ReportGate>();
        services.AddScoped<IWorkSource, ReportWork>();
        services.AddScoped<IScheduledJob, ReportRetention>();
        AddFigures(services);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapCheck();
        endpoints.MapStatements();
        endpoints.MapGrantApi();
        endpoints.MapListSheet<GrantBook>(MarkRights.Grants, MarkRights.Read);
        endpoints.MapHolderPoints();
        endpoints.MapLabelSheet();
        endpoints.MapCollectiveSheet();
        endpoints.MapSupportSheet();
        endpoints.MapApplicationSheet();
        endpoints.MapVisitSheet();
        endpoints.MapCeremonySheet();
        endpoints.MapCertificates();
    }

    private static void AddFigures(IServiceCollection services)
    {
        services.AddScoped<GrantRecords>();
        services.AddScoped<ContractRecords>();
        foreach (var counted in GrantsOnDay.Every)
        {
            services.AddScoped<IFigure>(provider => new GrantsOnDay(counted, provider.GetRequiredService<GrantRecords>(), provider.GetRequiredService<TimeProvider>()));
        }

        services.AddScoped<VisitRecords>();
        services.AddScoped<IFigure, InspectionsDone>();
        services.AddScoped<MarkFigures>();
        services.AddScoped<IFigure, GrantsGiven>();
        services.AddScoped<IFigure, GrantsWithdrawn>();
        services.AddScoped<IFigure, FirstBatchHolders>();
        services.AddScoped<IFigure, CooperativesGranted>();
        services.AddScoped<IFigure, CooperativesWithoutGrant>();
        services.AddScoped<IFigure, FilingsSupported>();
        services.AddScoped<IFigure, FilingSupportPaid>();
        services.AddScoped<IFigure, ContractsLiquidated>();
        services.AddScoped<IFigure, AmountLiquidated>();
        services.AddScoped<IReach, MarkReach>();
    }
}
