using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Organisations.Contracts;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Registry;

/// <summary>A page of the register: how many there are in all, and these.</summary>
internal sealed record CooperativePage(int Total, IReadOnlyList<PublicCooperative> Shown);

internal sealed class CooperativeQueries(AppDbContext db, IOrganisations organisations, IPlaces places) : ICooperatives
{
    public async Task<IReadOnlyList<CooperativeFact>> AllAsync(CancellationToken cancellationToken) =>
        await AsFacts(Ordered(Proper())).ToListAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, CooperativeFact>> OfAsync(IEnumerable<Guid> organisationIds, CancellationToken cancellationToken)
    {
        var wanted = organisationIds.Distinct().ToArray();
        return await AsFacts(Joined().Where(pair => EF.Parameter(wanted).Contains(pair.Cooperative.Id))).ToDictionaryAsync(fact => fact.Id, cancellationToken);
    }

    /// <summary>In Vietnamese order of their names; the words are looked for in names, former names and places, with or without marks.</summary>
    public async Task<CooperativePage> PageAsync(string? text, int skip, int take, CancellationToken cancellationToken)
    {
        var found = await FoundAsync(text, cancellationToken);
        var total = await found.CountAsync(cancellationToken);
        var shown = await Told(Ordered(found).Skip(skip).Take(take)).ToListAsync(cancellationToken);
        return new CooperativePage(total, [.. shown.Select(CooperativePublicity.Of)]);
    }

    /// <summary>The same as <see cref="PageAsync"/>, for who reads more of them than a line.</summary>
    /// <param name="take">Null for all from <paramref name="skip"/> on.</param>
    public async Task<(int Total, IReadOnlyList<Guid> Ids)> IdsAsync(string? text, int skip, int? take, CancellationToken cancellationToken)
    {
        var found = await FoundAsync(text, cancellationToken);
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

    private static IQueryable<CooperativeFact> AsFacts(IQueryable<Pair> pairs) => pairs
        .Select(pair => new CooperativeFact(pair.Organisation.Id, pair.Organisation.Code, pair.Organisation.Name, pair.Organisation.ShortName, pair.Organisation.Slug));

    private static IQueryable<Pair> Ordered(IQueryable<Pair> pairs) => pairs.OrderBy(pair => pair.Organisation.NameOrder).ThenBy(pair => pair.Organisation.Id);

    private static IQueryable<CooperativeFacts> Told(IQueryable<Pair> pairs) => pairs.Select(pair => new CooperativeFacts
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

    private async Task<IQueryable<Pair>> FoundAsync(string? text, CancellationToken cancellationToken)
    {
        if (SearchText.Fold(text ?? "") is not { Length: > 0 } words)
        {
            return Proper();
        }

        var within = (await places.WithinAsync(words, cancellationToken)).ToArray();

        // A place is public where a published paper names it; finding by another would give it away.
        // From the beginning of a word on: “an bình” is not found inside “an toàn bình …”.
        var start = $" {words}";
        return Proper().Where(pair => (" " + pair.Organisation.SearchText).Contains(start)
            || (pair.Cooperative.Source != null && ((" " + pair.Cooperative.PlaceSearchText).Contains(start)
                || (pair.Cooperative.PlaceId != null && EF.Parameter(within).Contains(pair.Cooperative.PlaceId.Value)))));
    }

    /// <summary>Cooperatives in the narrow sense: unions, groups and credit funds are registered beside them and never counted among them.</summary>
    private IQueryable<Pair> Proper() => Joined().Where(pair => pair.Organisation.Kind == OrganisationKind.Cooperative);

    private IQueryable<Pair> Joined() => db.Set<Cooperative>().AsNoTracking()
        .Join(organisations.Rows, cooperative => cooperative.Id, organisation => organisation.Id, (cooperative, organisation) => new Pair { Cooperative = cooperative, Organisation = organisation });

    private sealed record Pair
    {
        public required Cooperative Cooperative { get; init; }

        public required OrganisationRow Organisation { get; init; }
    }
}
