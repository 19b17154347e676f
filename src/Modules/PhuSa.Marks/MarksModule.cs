using Microsoft.Extensions.DependencyInjection;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Figures;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Register;
using PhuSa.Platform;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Import;
using PhuSa.Platform.Office;
using PhuSa.Platform.Organisations;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;

namespace PhuSa.Marks;

/// <summary>Certification marks with the rights to use them, collective marks with their support contracts.</summary>
public sealed class MarksModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOrganisationMerge, MarkReferences>();
        services.AddScoped<ISearchSource, MarkSearch>();
        services.AddScoped<IRatingEvidence, MarksForRating>();
        services.AddScoped<IKnownBy, MarkNames>();
        services.AddScoped<IWorkSource, ContractWork>();
        services.AddScoped<IImportTable, CertificationMarksTable>();
        services.AddScoped<IImportTable, GrantBatchesTable>();
        services.AddScoped<IImportTable, MarkGrantsTable>();
        services.AddScoped<IImportTable, CollectiveMarksTable>();
        services.AddScoped<IImportTable, SupportContractsTable>();

        services.AddScoped<HolderNames>();
        services.AddScoped<MarkRegister>();
        services.AddScoped<MarkHistory>();
        services.AddScoped<IOrganisationParts, MarksOfOrganisation>();

        services.AddScoped<GrantRecords>();
        services.AddScoped<ContractRecords>();
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
