using PhuSa.Marks.Checking;
using PhuSa.Marks.Grants;
using PhuSa.Platform.Web.PageCache;

namespace PhuSa.Marks.Scans;

/// <summary>Check pages are watched, both languages of a code together.</summary>
internal sealed class ScanPages : IWatchedPages
{
    private static readonly string[] Roots = [$"{CheckAddress.Home}/", $"{CheckAddress.English}/"];

    public string? KeyOf(string path) => CodeOf(path);

    /// <returns>The code of the check page at this address; null for another page.</returns>
    public static string? CodeOf(string path) =>
        Array.Find(Roots, root => path.StartsWith(root, StringComparison.Ordinal)) is { } root && path.IndexOf('/', root.Length) < 0 ? CheckCode.Read(path[root.Length..]).Code : null;
}
