using Microsoft.EntityFrameworkCore;
using PhuSa.Places.Changes;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Vietnamese;

namespace PhuSa.Places.Places;

/// <summary>Follows communes through every change of their area to those that are there on a day.</summary>
internal sealed class PresentPlaces(AppDbContext db, DateOnly on)
{
    /// <summary>Changes are entered by people: two that lead back to each other must not be followed for ever.</summary>
    private const int MostChanges = 20;

    private readonly Dictionary<Guid, Unit> _units = [];
    private readonly Dictionary<Guid, List<Change>> _changes = [];

    public async Task<IReadOnlyDictionary<Guid, PresentPlace>> OfAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await ReadAsync(ids, cancellationToken);
        var ends = ids.ToDictionary(id => id, Follow);
        var wanted = ends.Values.SelectMany(end => end.Communes).Distinct().ToArray();
        var facts = (await PlaceQueries.FactsAsync(db.Set<Place>().Where(p => EF.Parameter(wanted).Contains(p.Id)), cancellationToken)).ToDictionary(fact => fact.Id);
        return ends.ToDictionary(
            end => end.Key,
            end => new PresentPlace([.. end.Value.Communes.Select(id => facts[id]).OrderBy(fact => fact.Name, VietnameseOrder.Instance).ThenBy(fact => fact.Code, StringComparer.Ordinal)], !end.Value.WasSplit && end.Value.Communes.Count == 1));
    }

    /// <summary>Reads the units and all that came of them, one generation at a time.</summary>
    private async Task ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var next = ids.ToArray();
        for (var generation = 0; next.Length > 0 && generation < MostChanges; generation++)
        {
            var wanted = next;
            foreach (var unit in await db.Set<Place>().Where(p => EF.Parameter(wanted).Contains(p.Id)).Select(p => new Unit(p.Id, p.Level, p.ValidFrom, p.ValidTo)).ToListAsync(cancellationToken))
            {
                _units[unit.Id] = unit;
            }

            var changes = await db.Set<PlaceChange>().Where(c => EF.Parameter(wanted).Contains(c.OldId)).Select(c => new Change(c.OldId, c.NewId, c.IsSplit)).ToListAsync(cancellationToken);
            foreach (var group in changes.GroupBy(change => change.OldId))
            {
                _changes[group.Key] = [.. group];
            }

            next = [.. changes.Select(change => change.NewId).Distinct().Where(id => !_units.ContainsKey(id))];
        }
    }

    private (HashSet<Guid> Communes, bool WasSplit) Follow(Guid id)
    {
        var (communes, seen, split) = (new HashSet<Guid>(), new HashSet<Guid>(), false);
        var waiting = new Stack<Guid>([id]);
        while (waiting.TryPop(out var at))
        {
            if (!seen.Add(at) || !_units.TryGetValue(at, out var unit))
            {
                continue;
            }

            if (unit.IsThere(on))
            {
                if (unit.Level == PlaceLevel.Commune)
                {
                    communes.Add(at);
                }

                continue;
            }

            var changes = _changes.GetValueOrDefault(at) ?? [];
            split |= changes.Count > 1 || changes.Exists(change => change.IsSplit);
            foreach (var change in changes)
            {
                waiting.Push(change.NewId);
            }
        }

        return (communes, split);
    }

    private sealed record Unit(Guid Id, PlaceLevel Level, DateOnly? From, DateOnly? To)
    {
        public bool IsThere(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);
    }

    private sealed record Change(Guid OldId, Guid NewId, bool IsSplit);
}
