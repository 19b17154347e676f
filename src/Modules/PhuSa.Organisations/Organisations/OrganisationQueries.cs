using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Organisations.Organisations;

internal sealed class OrganisationQueries(AppDbContext db) : IOrganisations
{
    public async Task<IReadOnlyDictionary<Guid, OrganisationFact>> OfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        return await AsFacts(db.Set<Organisation>().Where(o => wanted.Contains(o.Id))).ToDictionaryAsync(fact => fact.Id, cancellationToken);
    }

    public Task<OrganisationFact?> FindAsync(string slug, CancellationToken cancellationToken) =>
        AsFacts(db.Set<Organisation>().Where(o => o.Slug == slug)).SingleOrDefaultAsync(cancellationToken);

    private static IQueryable<OrganisationFact> AsFacts(IQueryable<Organisation> organisations) =>
        organisations.AsNoTracking().Select(o => new OrganisationFact(o.Id, o.Code, o.Kind, o.Name, o.ShortName ?? o.Name, o.Slug));
}
