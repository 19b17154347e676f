namespace PhuSa.Places.Places;

/// <summary>Names of units in running text: the word for the kind is no part of the proper name and is written small.</summary>
internal static class PlaceNames
{
    private static readonly string[] Kinds = ["thành phố", "thị trấn", "thị xã", "đặc khu", "phường", "huyện", "quận", "tỉnh", "xã"];

    /// <summary>“Thị Trấn Óc Eo” is “thị trấn Óc Eo”; a name without a kind stays as it is.</summary>
    public static string InText(string name) =>
        Kinds.FirstOrDefault(kind => name.StartsWith(kind + " ", StringComparison.OrdinalIgnoreCase)) is { } kind ? kind + name[kind.Length..] : name;

    /// <summary>The unit with those above it, the smallest first.</summary>
    public static string Full(params string?[] names) => string.Join(", ", names.OfType<string>().Select(InText));
}
