namespace PhuSa.Places.Places;

/// <summary>Names of units in running text: the word for the kind is no part of the proper name and is written small.</summary>
internal static class PlaceNames
{
    private static readonly string[] Kinds = ["thành phố", "thị trấn", "thị xã", "đặc khu", "phường", "huyện", "quận", "tỉnh", "xã"];

    private static readonly string[] FoldedKinds = [.. Kinds.Select(PhuSa.Vietnamese.SearchText.Fold)];

    /// <summary>A folded name without the word for the kind; the whole of it where nothing else is left.</summary>
    public static string WithoutKind(string folded) =>
        Array.Find(FoldedKinds, kind => folded.StartsWith(kind + " ", StringComparison.Ordinal)) is { } kind ? folded[(kind.Length + 1)..] : folded;

    /// <summary>“Thị Trấn Óc Eo” is “thị trấn Óc Eo”; a name without a kind stays as it is.</summary>
    public static string InText(string name) =>
        Kinds.FirstOrDefault(kind => name.StartsWith(kind + " ", StringComparison.OrdinalIgnoreCase)) is { } kind ? kind + name[kind.Length..] : name;

    /// <summary>The unit with those above it, the smallest first.</summary>
    public static string Full(params string?[] names) => string.Join(", ", names.OfType<string>().Select(InText));
}
