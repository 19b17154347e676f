using Microsoft.EntityFrameworkCore;
using PhuSa.Places.Changes;
using PhuSa.Places.Contracts;
using PhuSa.Places.Places;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Places.Office;

/// <summary>Which units an officer asks for.</summary>
/// <param name="Words">Part of a name, old or new, or a whole code.</param>
/// <param name="Level">Null for all.</param>
/// <param name="InForce">Whether only units that are there today are asked for.</param>
internal sealed record PlaceFilter(string? Words, PlaceLevel? Level, bool InForce);

/// <summary>A unit in a list, and what became of it by today.</summary>
internal sealed record PlaceLine(PlaceFact Place, PlaceSuccession Became, DateOnly Today)
{
    /// <summary>How it stands where nothing became of it; a key of the English table.</summary>
    public string Standing => Place.ValidFrom > Today ? "chưa có hiệu lực" : Place.ValidTo < Today ? "không ghi đơn vị kế tiếp" : "còn hiệu lực";
}

/// <summary>One change of a unit's area: the other unit, by which resolution, and whether only a part went.</summary>
/// <param name="WithdrawnWhy">Null while the line holds.</param>
internal sealed record PlaceStep(Guid Id, PlaceFact Other, bool IsSplit, string? Resolution, string? WithdrawnWhy);

/// <summary>All that is known of a unit.</summary>
/// <param name="Became">What became of it by today.</param>
/// <param name="CameFrom">The units whose area it took, whole or in part.</param>
/// <param name="WentTo">The units that its area went to.</param>
/// <param name="Parts">The units directly below it.</param>
/// <param name="SameCode">Other units that had its code at another time.</param>
internal sealed record PlaceSheet(
    PlaceFact Place,
    PlaceFact? Above,
    PlaceSuccession Became,
    IReadOnlyList<PlaceStep> CameFrom,
    IReadOnlyList<PlaceStep> WentTo,
    IReadOnlyList<PlaceFact> Parts,
    IReadOnlyList<PlaceFact> SameCode);

/// <summary>The list of administrative units as officers read it.</summary>
internal sealed class PlaceBook(AppDbContext db, PlaceQueries places)
{
    /// <param name="today">The day on which units in force are there.</param>
    /// <returns>A window on the units, in Vietnamese order of their names, and how many there are in all.</returns>
    public async Task<(int Count, IReadOnlyList<PlaceLine> Lines)> OfAsync(PlaceFilter filter, DateOnly today, int skip, int take, CancellationToken cancellationToken)
    {
        var asked = await AskedAsync(filter, today, cancellationToken);
        var count = await asked.CountAsync(cancellationToken);
        var facts = await PlaceQueries.FactsAsync(asked.InVietnameseOrder(db, p => p.Name).ThenBy(p => p.VersionKey).ThenBy(p => p.Id).Skip(skip).Take(take), cancellationToken);
        var became = await places.SuccessionsAsync(facts.Select(fact => fact.Id), cancellationToken);
        return (count, [.. facts.Select(fact => new PlaceLine(fact, became[fact.Id], today))]);
    }

    /// <returns>Null for an unknown unit.</returns>
    public async Task<PlaceSheet?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Set<Place>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } place)
        {
            return null;
        }

        var changes = await db.Set<PlaceChange>().AsNoTracking().Where(c => c.OldId == id || c.NewId == id).ToListAsync(cancellationToken);
        var parts = await PlaceQueries.FactsAsync(db.Set<Place>().Where(p => p.ParentId == id).InVietnameseOrder(db, p => p.Name), cancellationToken);
        var others = changes.SelectMany(change => new[] { change.OldId, change.NewId }).Append(id);
        var facts = await places.OfAsync(place.ParentId is { } above ? others.Append(above) : others, cancellationToken);
        return new PlaceSheet(
            facts[id],
            place.ParentId is { } parent ? facts[parent] : null,
            (await places.SuccessionsAsync([id], cancellationToken))[id],
            Steps(changes.Where(change => change.NewId == id), change => facts[change.OldId]),
            Steps(changes.Where(change => change.OldId == id), change => facts[change.NewId]),
            parts,
            [.. (await places.VersionsAsync(place.Code, cancellationToken)).Where(other => other.Id != id)]);
    }

    /// <returns>A line of the table of changes, tracked, with both its units; null where there is none.</returns>
    public async Task<(PlaceChange Change, PlaceFact Old, PlaceFact Taker)?> ChangeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Set<PlaceChange>().SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } change)
        {
            return null;
        }

        var facts = await places.OfAsync([change.OldId, change.NewId], cancellationToken);
        return (change, facts[change.OldId], facts[change.NewId]);
    }

    private static IReadOnlyList<PlaceStep> Steps(IEnumerable<PlaceChange> changes, Func<PlaceChange, PlaceFact> other) =>
        [.. changes.Select(change => new PlaceStep(change.Id, other(change), change.IsSplit, change.Resolution, change.WithdrawnWhy)).OrderBy(step => step.Other.Name, VietnameseOrder.Instance)];

    private async Task<IQueryable<Place>> AskedAsync(PlaceFilter filter, DateOnly today, CancellationToken cancellationToken)
    {
        var asked = db.Set<Place>().AsNoTracking();
        if (filter.Words is { } words)
        {
            var named = (await asked.NamedAsync(words, cancellationToken)).Select(p => p.Id);
            asked = asked.Where(p => p.Code == words || named.Contains(p.Id));
        }

        if (filter.Level is { } level)
        {
            asked = asked.Where(p => p.Level == level);
        }

        return filter.InForce ? asked.Where(p => (p.ValidFrom == null || p.ValidFrom <= today) && (p.ValidTo == null || p.ValidTo >= today)) : asked;
    }
}
