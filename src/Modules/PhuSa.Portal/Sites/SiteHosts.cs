using System.Text.RegularExpressions;

namespace PhuSa.Portal.Sites;

/// <summary>Host names and addresses of sites: what may be claimed.</summary>
internal static partial class SiteHosts
{
    /// <summary>A host name in small letters, without scheme, port or path; a Vietnamese one in its xn-- form.</summary>
    public static bool IsHost(string host) => host.Length <= 253 && Shape.IsMatch(host);

    /// <summary>Names as typed, one a line or with spaces between them.</summary>
    public static IReadOnlyList<string> Typed(string? hosts) => (hosts ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The address of a site's root: http or https, host and port only.</summary>
    public static bool IsRoot(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && address == $"{uri.Scheme}://{uri.Authority}";

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape { get; }
}
