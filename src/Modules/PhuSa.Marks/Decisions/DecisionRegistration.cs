using Microsoft.Extensions.DependencyInjection;
using PhuSa.Papers.Contracts;

namespace PhuSa.Marks.Decisions;

/// <summary>Decisions drafted from rights.</summary>
internal static class DecisionRegistration
{
    public static IServiceCollection AddDecisions(this IServiceCollection services) => services
        .AddScoped<UndecidedGrants>()
        .AddScoped<RegulationCitations>()
        .AddScoped<IPaperTemplate, GrantDecisionTemplate>()
        .AddScoped<IPaperTemplate, GrantActTemplate>();
}
