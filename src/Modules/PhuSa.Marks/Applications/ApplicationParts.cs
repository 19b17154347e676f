using Microsoft.Extensions.DependencyInjection;
using PhuSa.Marks.Regulations;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Files;
using PhuSa.Platform.Office;

namespace PhuSa.Marks.Applications;

internal static class ApplicationParts
{
    /// <summary>Regulations of certification marks, and the applications that are judged by them.</summary>
    public static void AddApplications(this IServiceCollection services)
    {
        services.AddScoped<RegulationBook>();
        services.AddScoped<MarkDesk>();
        services.AddScoped<IPaperUse, RegulationPaperUse>();
        services.AddScoped<ApplicationDesk>();
        services.AddScoped<ApplicationList>();
        services.AddScoped<IFileGuard, ApplicationFileGuard>();
        services.AddScoped<IFileGuard, CheckFileGuard>();
        services.AddScoped<IPaperUse, ApplicationPaperUse>();
        services.AddScoped<IWorkSource, ApplicationWork>();
    }
}
