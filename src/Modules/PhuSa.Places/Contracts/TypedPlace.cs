using PhuSa.Vietnamese;

namespace PhuSa.Places.Contracts;

/// <summary>A place as people type it: “TT Vĩnh Bình” is a town, and the parts of “xã An Bình, huyện Thoại Sơn” are a unit and those above it.</summary>
public static class TypedPlace
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["tt"] = "thi tran",
        ["tp"] = "thanh pho",
        ["tx"] = "thi xa",
        ["p"] = "phuong",
        ["x"] = "xa",
        ["h"] = "huyen",
        ["q"] = "quan",
        ["t"] = "tinh",
    };

    /// <returns>What stands between the commas, folded, the kind of each unit in full.</returns>
    public static IReadOnlyList<string> Parts(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return [.. typed.Split([',', ';']).Select(SearchText.Fold).Where(part => part.Length > 0).Select(InFull)];
    }

    /// <returns>Folded words with the kind in full that stands ahead of them: “tt vinh binh” is “thi tran vinh binh”.</returns>
    public static string InFull(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var end = folded.IndexOf(' ', StringComparison.Ordinal);
        var first = end < 0 ? folded : folded[..end];
        return Kinds.TryGetValue(first, out var kind) ? kind + folded[first.Length..] : folded;
    }
}
