namespace PhuSa.Portal.Sites;

/// <summary>The colour sets and their names. The colours themselves stand in the style sheet under <c>data-site</c>.</summary>
internal static class SitePalettes
{
    /// <summary>The value of <c>data-site</c>.</summary>
    public static string Of(SitePalette palette) => palette switch
    {
        SitePalette.Rice => "alliance",
        SitePalette.Silt => "silt",
        SitePalette.Clay => "clay",
        _ => "department",
    };

    /// <returns>The Vietnamese name, a key of the English table.</returns>
    public static string NameOf(SitePalette palette) => palette switch
    {
        SitePalette.Rice => "Xanh đồng lúa",
        SitePalette.Silt => "Nâu phù sa",
        SitePalette.Clay => "Đỏ gạch",
        _ => "Xanh sông nước",
    };
}
