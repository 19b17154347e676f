namespace PhuSa.Portal.Visits;

/// <summary>The address under which a page's views are counted: as routing sees it, so that one page has one number.</summary>
internal static class PagePath
{
    public const int MaxLength = 400;

    /// <summary>Pages beyond what a day's file holds are counted together under this address.</summary>
    public const string Others = "*";

    public static string Of(string path)
    {
        var plain = path.Split('?', '#')[0].TrimEnd('/').ToLowerInvariant();
        return plain.StartsWith('/') ? plain : $"/{plain}";
    }
}
