using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Cooperatives.Products;
using PhuSa.Cooperatives.Directory;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Maps;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Registry;

/// <summary>A page of the register: how many there are in all, and these.</summary>
internal sealed record CooperativePage(int Total, IReadOnlyList<PublicCooperative> Shown);

/// <summary>A cooperative and its organisation inside a query.</summary>
internal sealed record CooperativePair
{
    public required Cooperative Cooperative { get; init; }

    public required OrganisationRow Organisation { get; init; }
}

internal sealed class CooperativeQueries(AppDbContext db, IOrganisations organisations, IPlaces places, DirectoryNarrowing narrowing) : ICooperatives
{
    public async Task<IReadOnlyList<CooperativeFact>> AllAsync(CancellationToken cancellationToken) =>
        await AsFacts(Ordered(Proper())).ToListAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, CooperativeFact>> OfAsync(IEnumerable<Guid> organisationIds, CancellationToken cancellationToken)
    {
        var wanted = organisationIds.Distinct().ToArray();
        return await AsFacts(Joined().Where(pair => EF.Parameter(wanted).Contains(pair.Cooperative.Id))).ToDictionaryAsync(fact => fact.Id, cancellationToken);
    }

    public async Task<IReadOnlySet<Guid>> InPlaceAsync(string place, CancellationToken cancellationToken)
    {
        var start = $" {SearchText.Fold(place)}";
        var within = (await places.WithinAsync(place, cancellationToken)).ToArray();
        return (await db.Set<Cooperative>().Where(c => (" " + c.PlaceSearchText).Contains(start) || (c.PlaceId != null && EF.Parameter(within).Contains(c.PlaceId.Value))).Select(c => c.Id).ToListAsync(cancellationToken)).ToHashSet();
    }

    public async Task<IReadOnlyDictionary<Guid, CooperativePlace>> PlacesAsync(IEnumerable<Guid> organisationIds, CancellationToken cancellationToken)
    {
        var wanted = organisationIds.Distinct().ToArray();
        return await db.Set<Cooperative>().Where(c => EF.Parameter(wanted).Contains(c.Id)).Select(c => new { c.Id, c.PlaceText, c.PlaceId })
            .ToDictionaryAsync(c => c.Id, c => new CooperativePlace(c.PlaceText, c.PlaceId), cancellationToken);
    }

    public async Task<IReadOnlyList<MapPoint>> PointsAsync(IEnumerable<Guid> organisationIds, CancellationToken cancellationToken)
    {
        var wanted = organisationIds.Distinct().ToArray();
        return await Ordered(Joined().Where(pair => EF.Parameter(wanted).Contains(pair.Cooperative.Id)))
            .Join(db.Set<CooperativeContact>().Where(contact => contact.Latitude != null && contact.Longitude != null), pair => pair.Cooperative.Id, contact => contact.Id, (pair, contact) => new MapPoint(
                pair.Cooperative.Id,
                pair.Cooperative.Code,
                pair.Cooperative.DisplayName ?? pair.Organisation.Name,
                "/hop-tac-xa/" + pair.Organisation.Slug,
                contact.Latitude!.Value,
                contact.Longitude!.Value))
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<Guid, string>> WorkAsync(IEnumerable<Guid> organisationIds, CancellationToken cancellationToken)
    {
        var wanted = organisationIds.Distinct().ToArray();
        var fields = await db.Set<Cooperative>().Where(c => c.Field != null && EF.Parameter(wanted).Contains(c.Id)).Select(c => new { c.Id, Words = c.Field! }).ToListAsync(cancellationToken);
        var products = await db.Set<OcopProduct>().Where(p => EF.Parameter(wanted).Contains(p.OwnerId)).Select(p => new { Id = p.OwnerId, Words = p.Name }).ToListAsync(cancellationToken);
        return fields.Concat(products).GroupBy(line => line.Id).ToDictionary(group => group.Key, group => string.Join("; ", group.Select(line => line.Words)));
    }

    public async Task<IReadOnlyDictionary<Guid, CooperativeIdentity>> IdentitiesAsync(IEnumerable<Guid> organisationIds, CancellationToken cancellationToken)
    {
        var wanted = organisationIds.Distinct().ToArray();
        return await (
            from cooperative in db.Set<Cooperative>()
            where EF.Parameter(wanted).Contains(cooperative.Id)
            join reached in db.Set<CooperativeContact>() on cooperative.Id equals reached.Id into contacts
            from contact in contacts.DefaultIfEmpty()
            select new { cooperative.Id, cooperative.RegistrationNumber, Street = contact == null ? null : contact.Street, cooperative.PlaceText })
            .ToDictionaryAsync(line => line.Id, line => new CooperativeIdentity(line.RegistrationNumber, Address(line.Street, line.PlaceText)), cancellationToken);
    }

    /// <returns>Street and place as one line; null where nothing of it is known.</returns>
    public static string? Address(string? street, string? place) => string.Join(", ", new[] { street, place }.OfType<string>()) is { Length: > 0 } address ? address : null;

    /// <summary>In Vietnamese order of their names.</summary>
    public async Task<CooperativePage> PageAsync(DirectoryFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var found = await narrowing.NarrowAsync(Proper(), filter, cancellationToken);
        var total = await found.CountAsync(cancellationToken);
        var shown = await Told(Ordered(found).Skip(skip).Take(take)).ToListAsync(cancellationToken);
        return new CooperativePage(total, [.. shown.Select(CooperativePublicity.Of)]);
    }

    /// <summary>The same as <see cref="PageAsync"/>, for who reads more of them than a line.</summary>
    /// <param name="take">Null for all from <paramref name="skip"/> on.</param>
    public async Task<(int Total, IReadOnlyList<Guid> Ids)> IdsAsync(DirectoryFilter filter, IReadOnlyList<OrganisationKind> kinds, int skip, int? take, CancellationToken cancellationToken)
    {
        var found = await narrowing.NarrowAsync(Joined().Where(pair => kinds.Contains(pair.Organisation.Kind)), filter, cancellationToken);
        var total = await found.CountAsync(cancellationToken);
        return (total, await Ordered(found).Select(pair => pair.Cooperative.Id).Skip(skip).Take(take ?? total).ToListAsync(cancellationToken));
    }

    public async Task<PublicCooperative?> FindAsync(string slug, CancellationToken cancellationToken) =>
        await Told(Joined().Where(pair => pair.Organisation.Slug == slug)).SingleOrDefaultAsync(cancellationToken) is { } facts ? CooperativePublicity.Of(facts) : null;

    /// <returns>What readers may see of the given ones.</returns>
    public async Task<IReadOnlyList<PublicCooperative>> ShownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToArray();
        return [.. (await Told(Joined().Where(pair => EF.Parameter(wanted).Contains(pair.Cooperative.Id))).ToListAsync(cancellationToken)).Select(CooperativePublicity.Of)];
    }

    private static IQueryable<CooperativeFact> AsFacts(IQueryable<CooperativePair> pairs) => pairs
        .Select(pair => new CooperativeFact(pair.Organisation.Id, pair.Organisation.Code, pair.Organisation.Name, pair.Organisation.ShortName, pair.Organisation.Slug));

    public static IQueryable<CooperativePair> Ordered(IQueryable<CooperativePair> pairs) => pairs.OrderBy(pair => pair.Organisation.NameOrder).ThenBy(pair => pair.Organisation.Id);

    private static IQueryable<CooperativeFacts> Told(IQueryable<CooperativePair> pairs) => pairs.Select(pair => new CooperativeFacts
    {
        Organisation = pair.Organisation,
        DisplayName = pair.Cooperative.DisplayName,
        PlaceText = pair.Cooperative.PlaceText,
        PlaceId = pair.Cooperative.PlaceId,
        Source = pair.Cooperative.Source,
        RegistrationNumber = pair.Cooperative.RegistrationNumber,
        Founded = pair.Cooperative.Founded,
        PublicItems = pair.Cooperative.PublicItems,
    });

    /// <summary>Cooperatives in the narrow sense: unions, groups and credit funds are registered beside them and never counted among them.</summary>
    public IQueryable<CooperativePair> Proper() => Joined().Where(pair => pair.Organisation.Kind == OrganisationKind.Cooperative);

    private IQueryable<CooperativePair> Joined() => db.Set<Cooperative>().AsNoTracking()
        .Join(organisations.Rows, cooperative => cooperative.Id, organisation => organisation.Id, (cooperative, organisation) => new CooperativePair { Cooperative = cooperative, Organisation = organisation });
}
