using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhuSa.Vietnamese;

namespace PhuSa.Places.Contracts;

/// <summary>How many records point to a unit, or to none.</summary>
/// <param name="NoPlace">Not even words say where.</param>
public sealed record PlacedCount(Guid? PlaceId, bool NoPlace, int Count);

/// <summary>How many records belong to one unit.</summary>
/// <param name="Key">What the list's address calls it.</param>
/// <param name="Name">The unit with those above it; null for what is not a unit.</param>
/// <param name="Word">Vietnamese, a key of the English table, for what is not a unit.</param>
/// <param name="MayBe">The units of today one of which it is, where a person has yet to say which.</param>
public sealed record UnitCount(string Key, string? Name, string? Word, int Count, IReadOnlyList<PlaceFact> MayBe);

/// <summary>The counts of a list by unit, each with the address of the list that it counts.</summary>
public sealed record UnitLinks(IReadOnlyList<UnitCount> Units, Func<string, string> Url);

/// <summary>Which records belong to one row of <see cref="PlaceUnits.CountAsync"/>.</summary>
/// <param name="Units">The unit versions that they point to.</param>
/// <param name="None">Those that point to none: with no place at all, or with words only; null for those of <paramref name="Units"/>.</param>
public sealed record UnitScope(IReadOnlyCollection<Guid> Units, bool? None)
{
    public bool Has(Guid? placeId, bool noPlace) => None is { } none ? placeId is null && noPlace == none : placeId is { } id && Units.Contains(id);

    /// <summary>The same in the database.</summary>
    public IQueryable<TRow> Among<TRow>(IQueryable<TRow> rows, Expression<Func<TRow, Guid?>> placeId, Expression<Func<TRow, bool>> noPlace)
    {
        ArgumentNullException.ThrowIfNull(placeId);
        ArgumentNullException.ThrowIfNull(noPlace);
        if (None is { } none)
        {
            var without = rows.Where(Of(placeId, id => id == null));
            return none ? without.Where(noPlace) : without.Where(Expression.Lambda<Func<TRow, bool>>(Expression.Not(noPlace.Body), noPlace.Parameters));
        }

        var within = Units.ToArray();
        return rows.Where(Of(placeId, id => id != null && EF.Parameter(within).Contains(id.Value)));
    }

    private static Expression<Func<TRow, bool>> Of<TRow>(Expression<Func<TRow, Guid?>> placeId, Expression<Func<Guid?, bool>> holds) =>
        Expression.Lambda<Func<TRow, bool>>(new Put(holds.Parameters[0], placeId.Body).Visit(holds.Body), placeId.Parameters);

    private sealed class Put(ParameterExpression place, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == place ? value : node;
    }
}

/// <summary>
/// The records of a list by administrative unit: by the borders of the time when a place was written down, or by today's. Every record keeps the unit version
/// it points to; by today's borders it is counted where that version is now, and one whose unit was split waits for a person to choose.
/// </summary>
public sealed class PlaceUnits(IPlaces places)
{
    /// <summary>A place in words that nobody has pointed at a unit for.</summary>
    private const string WordsOnly = "chua-gan";
    private const string NoPlace = "chua-ghi";

    /// <returns>In Vietnamese order of the units' names; what is no unit stands last.</returns>
    public async Task<IReadOnlyList<UnitCount>> CountAsync(IReadOnlyCollection<PlacedCount> counts, bool now, CancellationToken cancellationToken)
    {
        var ids = counts.Select(count => count.PlaceId).OfType<Guid>().Distinct().ToList();
        var (units, successions) = (await places.OfAsync(ids, cancellationToken), await places.SuccessionsAsync(ids, cancellationToken));
        var groups = counts.Where(count => count.PlaceId is not null)
            .GroupBy(count => Today(units[count.PlaceId!.Value], successions[count.PlaceId.Value], now))
            .OrderBy(group => group.Key.Name, VietnameseOrder.Instance).ThenBy(group => group.Key.FullName, VietnameseOrder.Instance)
            .Select(group => new UnitCount(group.Key.Key, group.Key.FullName, Word: null, group.Sum(count => count.Count), MayBe(group.Key.Id, successions, now)));
        var rest = new[]
        {
            new UnitCount(WordsOnly, Name: null, "Mới ghi bằng chữ, chưa chọn đơn vị", counts.Where(count => count is { PlaceId: null, NoPlace: false }).Sum(count => count.Count), []),
            new UnitCount(NoPlace, Name: null, "Chưa ghi nơi", counts.Where(count => count is { PlaceId: null, NoPlace: true }).Sum(count => count.Count), []),
        };
        return [.. groups, .. rest.Where(count => count.Count > 0)];
    }

    /// <param name="used">The unit versions that records of the list point to.</param>
    /// <returns>The records of one row of <see cref="CountAsync"/>; none where the address names no unit.</returns>
    public async Task<UnitScope> ScopeAsync(string key, IReadOnlyCollection<Guid> used, bool now, CancellationToken cancellationToken)
    {
        if (key is WordsOnly or NoPlace)
        {
            return new UnitScope([], key == NoPlace);
        }

        if (await FindAsync(key, cancellationToken) is not { } unit)
        {
            return new UnitScope([], null);
        }

        return new UnitScope(now ? await CountedInAsync(unit, used, cancellationToken) : [unit.Id], null);
    }

    /// <returns>What the chosen row is called; null where the address names nothing.</returns>
    public async Task<(string? Name, string? Word)> NameAsync(string key, CancellationToken cancellationToken) => key switch
    {
        WordsOnly => (null, "Mới ghi bằng chữ, chưa chọn đơn vị"),
        NoPlace => (null, "Chưa ghi nơi"),
        _ => ((await FindAsync(key, cancellationToken))?.FullName, null),
    };

    /// <returns>For each place, in words, by a unit or both, how a list shows it.</returns>
    public async Task<Func<string?, Guid?, PlaceShown>> ShowingAsync(IEnumerable<Guid?> placeIds, CancellationToken cancellationToken)
    {
        var ids = placeIds.OfType<Guid>().Distinct().ToList();
        var (units, successions) = (await places.OfAsync(ids, cancellationToken), await places.SuccessionsAsync(ids, cancellationToken));
        return (words, placeId) => placeId is { } id
            ? new PlaceShown(words ?? units.GetValueOrDefault(id)?.FullName, successions[id].Only?.FullName, successions[id].WasSplit ? [.. successions[id].Successors.Select(unit => unit.Name)] : [])
            : new PlaceShown(words, Now: null, []);
    }

    private async Task<PlaceFact?> FindAsync(string key, CancellationToken cancellationToken) =>
        (await places.VersionsAsync(key.Split('@')[0], cancellationToken)).FirstOrDefault(version => version.Key == key);

    /// <returns>The units on record that are counted in this one by today's borders.</returns>
    private async Task<IReadOnlyCollection<Guid>> CountedInAsync(PlaceFact unit, IReadOnlyCollection<Guid> used, CancellationToken cancellationToken)
    {
        var (units, successions) = (await places.OfAsync(used, cancellationToken), await places.SuccessionsAsync(used, cancellationToken));
        return used.Where(id => Today(units[id], successions[id], now: true).Id == unit.Id).ToHashSet();
    }

    private static PlaceFact Today(PlaceFact unit, PlaceSuccession succession, bool now) => now ? succession.Only ?? unit : unit;

    private static IReadOnlyList<PlaceFact> MayBe(Guid unit, IReadOnlyDictionary<Guid, PlaceSuccession> successions, bool now) =>
        now && successions.GetValueOrDefault(unit) is { WasSplit: true } split ? split.Successors : [];
}
