using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Cooperatives.Office;

/// <summary>The files of the register, for the office's page of organisations.</summary>
internal sealed class RegistryFiles(AppDbContext db) : IOrganisationFiles
{
    public IReadOnlyList<OrganisationKind> Kinds => RegistryKinds.All;

    public string Table => "cooperatives";

    public string NewAddress => $"{RegistryRights.Address}/moi";

    public string BeginAddress(string code) => $"{RegistryRights.Address}/{RegistryDesk.Begin}/{code}";

    public async Task<IReadOnlyDictionary<Guid, string>> AddressesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToArray();
        return await db.Set<Cooperative>().Where(c => EF.Parameter(wanted).Contains(c.Id) && c.MergedIntoId == null).Select(c => new { c.Id, c.Code })
            .ToDictionaryAsync(c => c.Id, c => $"{RegistryRights.Address}/{c.Code}", cancellationToken);
    }
}
