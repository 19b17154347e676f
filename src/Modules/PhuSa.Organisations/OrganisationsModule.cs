using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Office;
using PhuSa.Organisations.Organisations;
using PhuSa.Platform;
using PhuSa.Platform.Import;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Search;
using PhuSa.Platform.Web;

namespace PhuSa.Organisations;

/// <summary>Every organisation: kind, names over time, code and slug for life.</summary>
public sealed class OrganisationsModule : IModule
{
    public IReadOnlyList<Right> Rights => [OrganisationRights.Read, OrganisationRights.Keep];

    public IReadOnlyList<OfficeFolder> OfficeFolders => [new("/Organisations/Office", OrganisationRights.Read), new("/Organisations/Office/Keeping", OrganisationRights.Keep)];

    public IReadOnlyList<OfficeLink> OfficeLinks => [new(OfficeGroups.Records, 85, "Tổ chức", OrganisationRights.Address, OrganisationRights.Read)];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOrganisations, OrganisationQueries>();
        services.AddScoped<IOrganisationRegister, OrganisationRegister>();
        services.AddScoped<IImportTable, OrganisationsTable>();
        services.AddScoped<ISearchSource, OrganisationSearch>();
        services.AddScoped<IKeptFromReaders, KeptFromReaders>();
        services.AddScoped<OrganisationBook>();
        services.AddScoped<OrganisationDesk>();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints) => endpoints.MapListSheet<OrganisationSheet>(OrganisationRights.Address, OrganisationRights.Read);
}
