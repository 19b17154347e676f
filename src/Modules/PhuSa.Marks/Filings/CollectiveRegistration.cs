using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Figures;
using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Office.Collective;
using PhuSa.Marks.Office.Support;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Files;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Office;

namespace PhuSa.Marks.Filings;

internal static class CollectiveRegistration
{
    public static IServiceCollection AddCollectiveMarks(this IServiceCollection services) => services
        .AddScoped<CollectiveDesk>()
        .AddScoped<CollectiveList>()
        .AddScoped<IPaperUse, FilingPaperUse>()
        .AddScoped<IWorkSource, FilingWork>()
        .AddScoped<IWorkSource, ContractWork>()
        .AddScoped<IScheduledJob, FilingReminders>()
        .AddScoped<IFigure, CollectiveMarksByStage>()
        .AddScoped<SupportDesk>()
        .AddScoped<SupportList>()
        .AddScoped<IPaperUse, SupportPaperUse>()
        .AddScoped<IFileGuard, SupportFileGuard>()
        .AddScoped<IWorkSource, RequestWork>()
        .AddScoped<IPaperTemplate, AgreementTemplate>()
        .AddScoped<IPaperTemplate, ContractDraftTemplate>()
        .AddScoped<IPaperTemplate, AcceptanceTemplate>()
        .AddScoped<IPaperTemplate, LiquidationTemplate>();
}
