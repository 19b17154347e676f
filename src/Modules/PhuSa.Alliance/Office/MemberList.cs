using PhuSa.Alliance.Memberships;
using PhuSa.Cooperatives.Contracts;

namespace PhuSa.Alliance.Office;

/// <summary>The list of members, the same on the page and in the table to take away.</summary>
internal sealed class MemberList(MemberBook book, ICooperatives cooperatives)
{
    /// <returns>All lines of the day within the place of the filter: what its other parts choose and count among.</returns>
    public async Task<IReadOnlyList<MemberLine>> OfAsync(MemberFilter filter, DateOnly day, CancellationToken cancellationToken)
    {
        var files = await book.AllAsync(cancellationToken);
        if (filter.Place is { } place)
        {
            var within = await cooperatives.InPlaceAsync(place, cancellationToken);
            files = [.. files.Where(file => within.Contains(file.Organisation.Id))];
        }

        return [.. files.Select(file => MemberFilter.LineOf(file, day))];
    }
}
