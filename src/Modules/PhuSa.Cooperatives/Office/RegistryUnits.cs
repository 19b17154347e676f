using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Registry;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Office;

/// <summary>How many files belong to one unit.</summary>
/// <param name="Key">What the list's address calls it.</param>
/// <param name="Name">The unit with those above it; null for what is not a unit.</param>
/// <param name="Word">Vietnamese, a key of the English table, for what is not a unit.</param>
/// <param name="MayBe">The units of today one of which it is, where a person has yet to say which.</param>
internal sealed record UnitCount(string Key, string? Name, string? Word, int Count, IReadOnlyList<PlaceFact> MayBe);

/// <summary>
/// The register by administrative unit: by the borders of the time when a place was written down, or by today's. Every record keeps the unit version it
/// points to; by today's borders it is counted where that version is now, and one whose unit was split waits for a person to choose.
/// </summary>
internal sealed class RegistryUnits(AppDbContext db, IPlaces places)
{
    /// <summary>A place in words that nobody has pointed at a unit for.</summary>
    private const string WordsOnly = "chua-gan";
    private const string NoPlace = "chua-ghi";

    /// <returns>In Vietnamese order of the units' names; what is no unit stands last.</returns>
    public async Task<IReadOnlyList<UnitCount>> CountAsync(IQueryable<RegistryLine> lines, bool now, CancellationToken cancellationToken)
    {
        var counts = await lines.GroupBy(line => new { line.PlaceId, line.NoPlace }).Select(group => new { group.Key.PlaceId, group.Key.NoPlace, Count = group.Count() }).ToListAsync(cancellationToken);
        var ids = counts.Select(count => count.PlaceId).OfType<Guid>().ToList();
        var (units, successions) = (await places.OfAsync(ids, cancellationToken), await places.SuccessionsAsync(ids, cancellationToken));
        var groups = counts.Where(count => count.PlaceId is not null)
            .GroupBy(count => Today(units[count.PlaceId!.Value], successions[count.PlaceId.Value], now))
            .OrderBy(group => group.Key.Name, VietnameseOrder.Instance).ThenBy(group => group.Key.FullName, VietnameseOrder.Instance)
            .Select(group => new UnitCount(group.Key.Key, group.Key.FullName, Word: null, group.Sum(count => count.Count), MayBe(group.Key.Id, successions, now)));
        var rest = new[]
        {
            new UnitCount(WordsOnly, Name: null, "Mới ghi bằng chữ, chưa chọn đơn vị", counts.Where(count => count is { PlaceId: null, NoPlace: false }).Sum(count => count.Count), []),
            new UnitCount(NoPlace, Name: null, "Chưa ghi nơi", counts.Where(count => count.NoPlace).Sum(count => count.Count), []),
        };
        return [.. groups, .. rest.Where(count => count.Count > 0)];
    }

    /// <returns>The lines of one row of <see cref="CountAsync"/>; none where the address names no unit.</returns>
    public async Task<IQueryable<RegistryLine>> NarrowAsync(IQueryable<RegistryLine> lines, string key, bool now, CancellationToken cancellationToken)
    {
        if (key is WordsOnly or NoPlace)
        {
            var none = key == NoPlace;
            return lines.Where(line => line.PlaceId == null && line.NoPlace == none);
        }

        if (await FindAsync(key, cancellationToken) is not { } unit)
        {
            return lines.Where(_ => false);
        }

        var within = (now ? await CountedInAsync(unit, cancellationToken) : [unit.Id]).ToArray();
        return lines.Where(line => line.PlaceId != null && EF.Parameter(within).Contains(line.PlaceId.Value));
    }

    /// <returns>What the chosen row is called; null where the address names nothing.</returns>
    public async Task<(string? Name, string? Word)> NameAsync(string key, CancellationToken cancellationToken) => key switch
    {
        WordsOnly => (null, "Mới ghi bằng chữ, chưa chọn đơn vị"),
        NoPlace => (null, "Chưa ghi nơi"),
        _ => ((await FindAsync(key, cancellationToken))?.FullName, null),
    };

    private async Task<PlaceFact?> FindAsync(string key, CancellationToken cancellationToken) =>
        (await places.VersionsAsync(key.Split('@')[0], cancellationToken)).FirstOrDefault(version => version.Key == key);

    /// <returns>The units on record that are counted in this one by today's borders.</returns>
    private async Task<IReadOnlyList<Guid>> CountedInAsync(PlaceFact unit, CancellationToken cancellationToken)
    {
        var used = await db.Set<Cooperative>().Where(c => c.PlaceId != null).Select(c => c.PlaceId!.Value).Distinct().ToListAsync(cancellationToken);
        var (units, successions) = (await places.OfAsync(used, cancellationToken), await places.SuccessionsAsync(used, cancellationToken));
        return used.FindAll(id => Today(units[id], successions[id], now: true).Id == unit.Id);
    }

    private static PlaceFact Today(PlaceFact unit, PlaceSuccession succession, bool now) => now ? succession.Only ?? unit : unit;

    private static IReadOnlyList<PlaceFact> MayBe(Guid unit, IReadOnlyDictionary<Guid, PlaceSuccession> successions, bool now) =>
        now && successions.GetValueOrDefault(unit) is { WasSplit: true } split ? split.Successors : [];
}
