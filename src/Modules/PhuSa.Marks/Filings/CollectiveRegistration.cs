using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Figures;
using PhuSa.Marks.Office.Collective;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Figures;
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
        .AddScoped<IFigure, CollectiveMarksByStage>();
}
