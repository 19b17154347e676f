using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PhuSa.Portal.Watching.Outside;

/// <summary>What one look walks through.</summary>
/// <param name="Pages">All of it, in order.</param>
/// <param name="Articles">The older articles whose turn it is, as they follow on the ring.</param>
/// <param name="Records">The records whose turn it is, as they follow on the ring.</param>
/// <param name="Turn">Where this look went on.</param>
internal sealed record Walk(IReadOnlyList<string> Pages, IReadOnlyList<string> Articles, IReadOnlyList<string> Records, int Turn)
{
    /// <param name="reached">How many of <see cref="Pages"/> were looked at before there was no more time.</param>
    /// <returns>Where the next look goes on.</returns>
    public int TurnAfter(int reached)
    {
        var looked = Pages.Take(reached).ToHashSet(StringComparer.Ordinal);
        return WalkRing.Turn(WalkRing.After(Articles, looked, WalkRing.ArticlesIn(Turn)), WalkRing.After(Records, looked, WalkRing.RecordsIn(Turn)));
    }
}

/// <summary>
/// Each page has its place on a ring, by its address alone, and each look goes on behind the place up to which the last one came. So pages that come and
/// go move no other, and a round takes no more looks than there are pages for.
/// </summary>
internal static class WalkRing
{
    private const int Bits = 15;
    private const int Places = 1 << Bits;

    /// <summary>The place of the articles and that of the records, in one number that a watcher keeps.</summary>
    public static int Turn(int articles, int records) => (records << Bits) | articles;

    public static int ArticlesIn(int turn) => turn & (Places - 1);

    public static int RecordsIn(int turn) => (turn >> Bits) & (Places - 1);

    public static int PlaceOf(string path) => BinaryPrimitives.ReadUInt16BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(path))) % Places;

    /// <returns>Those behind the place, from the start again behind the last; at least so many where there are, since what shares a place is not parted.</returns>
    public static IReadOnlyList<string> From(IEnumerable<string> all, int many, int after)
    {
        var taken = new List<string>();
        foreach (var place in all.Distinct(StringComparer.Ordinal).GroupBy(PlaceOf).OrderBy(place => place.Key <= after).ThenBy(place => place.Key))
        {
            if (taken.Count >= many)
            {
                break;
            }

            taken.AddRange(place.Order(StringComparer.Ordinal));
        }

        return taken;
    }

    /// <returns>The place up to which these were looked at, and before the first that was not.</returns>
    public static int After(IReadOnlyList<string> pages, IReadOnlySet<string> looked, int before) =>
        pages.FirstOrDefault(page => !looked.Contains(page)) is { } missed ? (PlaceOf(missed) + Places - 1) % Places
            : pages.Count > 0 ? PlaceOf(pages[^1])
            : before;
}
