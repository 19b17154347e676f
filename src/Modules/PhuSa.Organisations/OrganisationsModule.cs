using Microsoft.Extensions.DependencyInjection;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform;
using PhuSa.Platform.Import;

namespace PhuSa.Organisations;

/// <summary>Every organisation: kind, names over time, code and slug for life.</summary>
public sealed class OrganisationsModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOrganisations, OrganisationQueries>();
        services.AddScoped<IOrganisationRegister, OrganisationRegister>();
        services.AddScoped<IImportTable, OrganisationsTable>();
    }
}
