using Microsoft.EntityFrameworkCore;
using PhuSa.Places.Changes;
using PhuSa.Platform.Data;

namespace PhuSa.Places.Places;

/// <summary>Where the area of a unit lies on a day.</summary>
/// <param name="Units">In no order; none where nothing is recorded of it.</param>
/// <param name="IsSure">All of the area is in one unit: nobody has to say which one is meant.</param>
internal sealed record UnitsOnDay(IReadOnlyCollection<Guid> Units, bool IsSure);

/// <summary>
/// Units with every change of their areas, in one direction over as many changes as there were: the one way in which changes are followed. Changes are
/// entered by people: some that lead back to each other are not followed for ever.
/// </summary>
internal sealed class UnitChanges
{
    private readonly Dictionary<Guid, Unit> _units = [];
    private readonly Dictionary<Guid, List<Change>> _changes = [];
    private bool _isForward;

    private UnitChanges()
    {
    }

    /// <summary>The units asked for and all that the changes lead to.</summary>
    public IReadOnlyCollection<Guid> All => _units.Keys;

    /// <param name="forward">To what came of them; otherwise to what they came from.</param>
    public static async Task<UnitChanges> ReadAsync(AppDbContext db, IEnumerable<Guid> from, bool forward, CancellationToken cancellationToken)
    {
        var read = new UnitChanges { _isForward = forward };
        for (var open = from.Distinct().ToArray(); open.Length > 0;)
        {
            var asked = open;
            foreach (var unit in await db.Set<Place>().Where(p => EF.Parameter(asked).Contains(p.Id)).Select(p => new Unit(p.Id, p.Level, p.ValidFrom, p.ValidTo)).ToListAsync(cancellationToken))
            {
                read._units[unit.Id] = unit;
            }

            var found = await db.Set<PlaceChange>().Where(c => c.WithdrawnAt == null && EF.Parameter(asked).Contains(forward ? c.OldId : c.NewId)).Select(c => new Change(c.OldId, c.NewId, c.IsSplit)).ToListAsync(cancellationToken);
            foreach (var group in found.GroupBy(change => forward ? change.OldId : change.NewId))
            {
                read._changes[group.Key] = [.. group];
            }

            open = [.. found.Select(change => forward ? change.NewId : change.OldId).Distinct().Where(id => !read._units.ContainsKey(id))];
        }

        return read;
    }

    public bool IsCommune(Guid id) => _units[id].Level == PlaceLevel.Commune;

    /// <returns>The units that the changes lead to from this one, over however many of them.</returns>
    public IReadOnlyCollection<Guid> From(Guid id)
    {
        var seen = new HashSet<Guid> { id };
        var open = new Queue<Guid>(seen);
        while (open.TryDequeue(out var at))
        {
            foreach (var next in Of(at).Select(change => _isForward ? change.NewId : change.OldId).Where(seen.Add))
            {
                open.Enqueue(next);
            }
        }

        seen.Remove(id);
        return seen;
    }

    /// <summary>
    /// Where the area of a unit is on a day. A resolution that is on record but not yet in force changes nothing; parts that a later one brings together again
    /// are one; a part of which nothing more is recorded leaves it open.
    /// </summary>
    public UnitsOnDay On(Guid id, DateOnly day)
    {
        var (there, seen, isSure) = (new HashSet<Guid>(), new HashSet<Guid>(), true);
        var open = new Stack<Guid>([id]);
        while (open.TryPop(out var at))
        {
            if (!seen.Add(at) || !_units.TryGetValue(at, out var unit))
            {
                continue;
            }

            var changes = Of(at).Where(change => _units[change.NewId].HasBegun(day)).ToList();
            var partsOnly = changes.TrueForAll(change => change.IsSplit);
            if (unit.IsThere(day) && partsOnly)
            {
                there.Add(at);
            }
            else
            {
                isSure &= changes.Count > 1 || (changes.Count == 1 && !partsOnly);
            }

            changes.ForEach(change => open.Push(change.NewId));
        }

        return new UnitsOnDay(there, isSure && there.Count == 1);
    }

    private List<Change> Of(Guid id) => _changes.GetValueOrDefault(id) ?? [];

    private sealed record Unit(Guid Id, PlaceLevel Level, DateOnly? From, DateOnly? To)
    {
        public bool HasBegun(DateOnly day) => From is null || From <= day;

        public bool IsThere(DateOnly day) => HasBegun(day) && (To is null || To >= day);
    }

    private sealed record Change(Guid OldId, Guid NewId, bool IsSplit);
}
