using Microsoft.Extensions.DependencyInjection;
using PhuSa.Alliance.Admissions;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Figures;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Register;
using PhuSa.Platform;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Import;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance;

/// <summary>The Cooperative Alliance: admissions, awards and memoranda.</summary>
public sealed class AllianceModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOrganisationMerge, AllianceReferences>();
        services.AddScoped<ISearchSource, AwardSearch>();
        services.AddScoped<ISearchSource, AdmissionSearch>();
        services.AddScoped<IImportTable, MemorandaTable>();
        services.AddScoped<IImportTable, AdmissionDecisionsTable>();
        services.AddScoped<IImportTable, AdmissionsTable>();
        services.AddScoped<IImportTable, AwardDecisionsTable>();
        services.AddScoped<IImportTable, AwardsTable>();

        services.AddScoped<Names>();
        services.AddScoped<DecisionRegister>();
        services.AddScoped<IOrganisationParts, MembershipsOfOrganisation>();
        services.AddScoped<IOrganisationParts, AwardsOfOrganisation>();
        services.AddScoped<IOrganisationParts, MemorandaOfOrganisation>();

        services.AddScoped<DecisionRecords>();
        services.AddScoped<IFigure, MembersAdmitted>();
        services.AddScoped<IFigure, AwardsGiven>();
        services.AddScoped<IFigure, MemorandaSigned>();
    }
}
