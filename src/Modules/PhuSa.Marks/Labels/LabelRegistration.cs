using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Figures;

namespace PhuSa.Marks.Labels;

internal static class LabelRegistration
{
    public static IServiceCollection AddLabels(this IServiceCollection services)
    {
        services.AddScoped<LabelDesk>();
        services.AddScoped<LabelList>();
        services.AddScoped<LabelRecords>();
        services.AddScoped<IFigure, LabelsIssued>();
        services.AddScoped<IFigure, LabelsOutstanding>();
        return services;
    }
}
