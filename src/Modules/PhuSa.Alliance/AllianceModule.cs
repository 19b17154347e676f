using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Contracts;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Figures;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Alliance.Register;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Files;
using PhuSa.Platform.Import;
using PhuSa.Platform.Office;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance;

/// <summary>The Cooperative Alliance: admissions, awards and memoranda.</summary>
public sealed class AllianceModule : IModule
{
    public IReadOnlyList<Right> Rights => AllianceRights.All;

    public IReadOnlyList<OfficeFolder> OfficeFolders =>
    [
        new("/Alliance/Office", AllianceRights.Read),
        new("/Alliance/Office/Keeping", AllianceRights.Keep),
        new("/Alliance/Office/Deciding", AllianceRights.Decide),
    ];

    public IReadOnlyList<OfficeLink> OfficeLinks =>
    [
        new(OfficeGroups.Records, 12, "Thành viên Liên minh", AllianceRights.Members, AllianceRights.Read),
        new(OfficeGroups.Records, 13, "Kết nạp", AllianceRights.Admissions, AllianceRights.Read),
        new(OfficeGroups.Records, 14, "Khen thưởng", AllianceRights.Awards, AllianceRights.Read),
        new(OfficeGroups.Records, 16, "Hội phí", AllianceRights.Fees, AllianceRights.Read),
        new(OfficeGroups.Records, 15, "Bản ghi nhớ hợp tác", AllianceRights.Memoranda, AllianceRights.Read),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOrganisationMerge, MembershipMerge>();
        services.AddScoped<IOrganisationMerge, AllianceReferences>();
        services.AddScoped<IKindBound, KindOfMember>();
        services.AddScoped<ISearchSource, AwardSearch>();
        services.AddScoped<ISearchSource, AdmissionSearch>();
        services.AddScoped<ISearchSource, MemorandumSearch>();
        services.AddScoped<ISitePages, DecisionPages>();
        services.AddScoped<IKeptFromReaders, KeptFromReaders>();
        services.AddScoped<IImportTable, MemorandaTable>();
        services.AddScoped<IImportTable, MemorandumPartiesTable>();
        services.AddScoped<IImportTable, AdmissionDecisionsTable>();
        services.AddScoped<IImportTable, AdmissionsTable>();
        services.AddScoped<IImportTable, AwardDecisionsTable>();
        services.AddScoped<IImportTable, AwardsTable>();

        services.AddScoped<Names>();
        services.AddScoped<ClassNames>();
        services.AddScoped<MemberBook>();
        services.AddScoped<AllianceDesk>();
        services.AddScoped<FeeBook>();
        services.AddScoped<DecisionCase, AdmissionCase>();
        services.AddScoped<DecisionCase, AwardCase>();
        services.AddScoped<IPaperTemplate, AdmissionTemplate>();
        services.AddScoped<IPaperTemplate, AwardTemplate>();
        services.AddScoped<IPaperTemplate, CertificateTemplate>();
        services.AddScoped<IAwards, AwardQueries>();
        services.AddScoped<IRatingEvidence, AwardsForRating>();
        services.AddScoped<DecisionRegister>();
        services.AddScoped<IOrganisationParts, MembershipsOfOrganisation>();
        services.AddScoped<IOrganisationParts, AwardsOfOrganisation>();
        services.AddScoped<IOrganisationParts, MemorandaOfOrganisation>();

        services.AddScoped<IPaperUse, DecisionUse>();
        services.AddScoped<DecisionRecords>();
        services.AddScoped<IFileGuard, MemorandumFileGuard>();
        services.AddScoped<IWorkSource, AllianceWork>();
        AddLists(services);
        AddFigures(services);
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapListSheet<MembersSheet>(AllianceRights.Members, AllianceRights.Read);
        endpoints.MapListSheet<MemorandaSheet>(AllianceRights.Memoranda, AllianceRights.Read);
        endpoints.MapListSheet<RequestsSheet>(AllianceRights.Admissions, AllianceRights.Read);
        endpoints.MapListSheet<NominationsSheet>(AllianceRights.Awards, AllianceRights.Read);
        endpoints.MapListSheet<AdmissionDecisionsSheet>($"{AllianceRights.Admissions}/quyet-dinh", AllianceRights.Read);
        endpoints.MapListSheet<AwardDecisionsSheet>($"{AllianceRights.Awards}/quyet-dinh", AllianceRights.Read);
        endpoints.MapListSheet<AdmissionListSheet>($"{AllianceRights.Admissions}/quyet-dinh/{{id:guid}}", AllianceRights.Read);
        endpoints.MapListSheet<AwardListSheet>($"{AllianceRights.Awards}/quyet-dinh/{{id:guid}}", AllianceRights.Read);
        endpoints.MapListSheet<FeesSheet>(AllianceRights.Fees, AllianceRights.Read);
        endpoints.MapListSheet<ReceiptsSheet>($"{AllianceRights.Fees}/phieu-thu", AllianceRights.Read);
        endpoints.MapCardCheck();
    }

    private static void AddLists(IServiceCollection services)
    {
        services.AddScoped<MemberList>();
        services.AddScoped<MemorandumList>();
        services.AddScoped<RequestList>();
        services.AddScoped<NominationList>();
        services.AddScoped<FeeList>();
        services.AddScoped<ReceiptList>();
    }

    private static void AddFigures(IServiceCollection services)
    {
        services.AddScoped<MembersRead>();
        services.AddScoped<IFigure, MembersOnDay>();
        services.AddScoped<IFigureFamily, MembersByClass>();
        services.AddScoped<IFigure, ObligationsMet>();
        services.AddScoped<IFigure, ObligationsOverdue>();
        services.AddScoped<IFigure, MembersAdmitted>();
        foreach (var counted in AwardsGiven.Every)
        {
            services.AddScoped<IFigure>(provider => new AwardsGiven(counted, provider.GetRequiredService<DecisionRecords>()));
        }

        services.AddScoped<IFigure, MemorandaSigned>();
    }
}
