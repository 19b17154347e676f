using Microsoft.EntityFrameworkCore;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Organisations.Organisations;

internal sealed class OrganisationQueries(AppDbContext db) : IOrganisations
{
    public IQueryable<OrganisationRow> Rows => db.Set<Organisation>().AsNoTracking().Where(o => o.MergedIntoId == null).Select(o => new OrganisationRow
    {
        Id = o.Id,
        Code = o.Code,
        Slug = o.Slug,
        Kind = o.Kind,
        Name = o.Name,
        ShortName = o.ShortName ?? o.Name,
        SearchText = o.SearchText,
        NameOrder = o.NameOrder,
    });

    public async Task<IReadOnlyDictionary<Guid, OrganisationFact>> OfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        return await AsFacts(db.Set<Organisation>().Where(o => EF.Parameter(wanted).Contains(o.Id))).ToDictionaryAsync(fact => fact.Id, cancellationToken);
    }

    public Task<OrganisationFact?> FindAsync(string slug, CancellationToken cancellationToken) =>
        AsFacts(db.Set<Organisation>().Where(o => o.Slug == slug)).SingleOrDefaultAsync(cancellationToken);

    public async Task<OrganisationFact?> KeptAsync(string code, CancellationToken cancellationToken)
    {
        var kept = await db.Set<Organisation>().Where(o => o.Code == code && o.MergedIntoId != null).Select(o => o.MergedIntoId).SingleOrDefaultAsync(cancellationToken);
        return kept is { } id ? (await OfAsync([id], cancellationToken)).GetValueOrDefault(id) : null;
    }

    public async Task<IReadOnlyDictionary<Guid, Guid>> KeptOfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        return await db.Set<Organisation>().Where(o => EF.Parameter(wanted).Contains(o.Id) && o.MergedIntoId != null).ToDictionaryAsync(o => o.Id, o => o.MergedIntoId!.Value, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> FormerNamesAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Organisation>().AsNoTracking().Where(o => o.Id == id)
            .SelectMany(o => o.FormerNames.Where(former => former.Name != o.Name))
            .OrderByDescending(former => former.Until)
            .Select(former => former.Name)
            .ToListAsync(cancellationToken);

    public async Task<ILookup<Guid, string>> FormerNamesOfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        var names = await db.Set<Organisation>().AsNoTracking().Where(o => EF.Parameter(wanted).Contains(o.Id))
            .SelectMany(o => o.FormerNames, (o, former) => new { o.Id, former.Name, former.Until })
            .OrderByDescending(former => former.Until)
            .ToListAsync(cancellationToken);
        return names.ToLookup(former => former.Id, former => former.Name);
    }

    public async Task<ILookup<Guid, string>> MergedNamesOfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        var found = await db.Set<Organisation>().AsNoTracking().Where(o => EF.Parameter(wanted).Contains(o.Id) && o.AlsoFoundBy != null).Select(o => new { o.Id, Words = o.AlsoFoundBy! }).ToListAsync(cancellationToken);
        if (found.Count == 0)
        {
            return found.ToLookup(one => one.Id, one => one.Words);
        }

        var kept = found.Select(one => one.Id).ToArray();
        var gone = await db.Set<Organisation>().AsNoTracking().Where(o => o.MergedIntoId != null && EF.Parameter(kept).Contains(o.MergedIntoId.Value)).OrderBy(o => o.Id).ToListAsync(cancellationToken);

        // A name that gave way to the other's is kept folded only; the others are told as they are written.
        var folded = gone.Select(o => o.SearchText).ToHashSet(StringComparer.Ordinal);
        var written = gone.SelectMany(o => o.FormerNames.Select(former => former.Name).Prepend(o.ShortName).Prepend(o.Name).OfType<string>(), (o, name) => (Id: o.MergedIntoId!.Value, Name: name));
        return written.Concat(found.SelectMany(one => one.Words.Split(" / ").Where(words => !folded.Contains(words)), (one, words) => (one.Id, Name: words))).ToLookup(name => name.Id, name => name.Name);
    }

    public async Task<IReadOnlyList<NameBefore>> NamesBeforeAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Organisation>().AsNoTracking().Where(o => o.Id == id)
            .SelectMany(o => o.FormerNames)
            .OrderByDescending(former => former.Until)
            .Select(former => new NameBefore(former.Name, former.Until, former.ChangedOn, former.Source))
            .ToListAsync(cancellationToken);

    private static IQueryable<OrganisationFact> AsFacts(IQueryable<Organisation> organisations) =>
        organisations.AsNoTracking().Select(o => new OrganisationFact(o.Id, o.Code, o.Kind, o.Name, o.ShortName ?? o.Name, o.Slug));
}
