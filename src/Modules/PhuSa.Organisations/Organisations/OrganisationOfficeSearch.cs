using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;

namespace PhuSa.Organisations.Organisations;

/// <summary>Cooperatives by any name they ever had; other organisations have no page of their own to lead to.</summary>
internal sealed class OrganisationOfficeSearch(AppDbContext db) : IOfficeSearch
{
    public async Task<IReadOnlyList<OfficeHit>> FindAsync(IReadOnlyList<string> words, SignedIn person, int most, CancellationToken cancellationToken)
    {
        var all = person.May(HouseRights.ReadRecords);
        var found = db.Set<Organisation>().AsNoTracking().Where(o => o.Kind == OrganisationKind.Cooperative && (all || o.Id == person.OrganisationId));
        foreach (var word in words)
        {
            found = found.Where(o => o.SearchText.Contains(word));
        }

        return await found.OrderBy(o => o.NameOrder).ThenBy(o => o.Id).Take(most)
            .Select(o => new OfficeHit("Hợp tác xã", o.Name, o.Code, "/hop-tac-xa/" + o.Slug))
            .ToListAsync(cancellationToken);
    }
}
