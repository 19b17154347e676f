using PhuSa.Alliance.Memberships;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Places.Contracts;

namespace PhuSa.Alliance.Office;

/// <summary>The lines of a day within the place and the unit of the filter: what its other parts choose and count among.</summary>
/// <param name="Units">How many of those that the filter chooses belong to each unit, whichever it is narrowed to.</param>
internal sealed record MembersFound(IReadOnlyList<MemberLine> All, IReadOnlyList<UnitCount> Units);

/// <summary>The list of members, the same on the page and in the table to take away.</summary>
internal sealed class MemberList(MemberBook book, ICooperatives cooperatives, PlaceUnits units)
{
    public async Task<MembersFound> OfAsync(MemberFilter filter, DateOnly day, CancellationToken cancellationToken)
    {
        var files = await book.AllAsync(cancellationToken);
        if (filter.Place is { } place)
        {
            var within = await cooperatives.InPlaceAsync(place, cancellationToken);
            files = [.. files.Where(file => within.Contains(file.Organisation.Id))];
        }

        var places = await cooperatives.PlacesAsync(files.Select(file => file.Organisation.Id), cancellationToken);
        var shown = await units.ShowingAsync(places.Values.Select(known => known.PlaceId), cancellationToken);
        IReadOnlyList<MemberLine> lines =
        [
            .. files.Select(file => places.TryGetValue(file.Organisation.Id, out var known)
                ? MemberFilter.LineOf(file, day) with { Place = known, Shown = shown(known.Words, known.PlaceId) }
                : MemberFilter.LineOf(file, day)),
        ];
        var counts = filter.Among(lines).CountBy(line => (line.Place.PlaceId, line.HasNoPlace)).Select(alike => new PlacedCount(alike.Key.PlaceId, alike.Key.HasNoPlace, alike.Value)).ToList();
        return new MembersFound(await WithinAsync(lines, filter.Borders, cancellationToken), await units.CountAsync(counts, filter.Borders.OfToday, cancellationToken));
    }

    private async Task<IReadOnlyList<MemberLine>> WithinAsync(IReadOnlyList<MemberLine> lines, Borders borders, CancellationToken cancellationToken)
    {
        if (borders.Unit is not { } unit)
        {
            return lines;
        }

        var scope = await units.ScopeAsync(unit, [.. lines.Select(line => line.Place.PlaceId).OfType<Guid>().Distinct()], borders.OfToday, cancellationToken);
        return [.. lines.Where(line => scope.Has(line.Place.PlaceId, line.HasNoPlace))];
    }
}
