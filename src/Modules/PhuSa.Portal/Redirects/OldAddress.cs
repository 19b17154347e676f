using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Redirects;

/// <summary>
/// An address of an old site: path and query. The same address is written in many ways: letters of the path large or small, a slash at the end, %XX,
/// the query in another order, and whatever those who share links hang on to it. Its folded form is the same for all of them.
/// </summary>
internal sealed partial record OldAddress
{
    public const int MaxLength = 1000;
    public const int KeyLength = 64;

    /// <summary>An address that was encoded again by every program on its way.</summary>
    private const int MostEncodings = 3;

    /// <summary>What mailers, networks and Zalo add; it never said which page was meant.</summary>
    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "igshid", "igsh", "twclid", "ttclid", "mc_cid", "mc_eid", "_ga", "_gl",
        "zarsrc", "gidzl", "zalo", "zsrc", "zns",
    };

    private OldAddress(string written, string folded)
    {
        Written = written;
        Folded = folded;
        Key = KeyOf(folded);
    }

    /// <summary>Root-relative, as somebody wrote it.</summary>
    public string Written { get; }

    public string Folded { get; }

    /// <summary>SHA-256 of the folded form: an address may be longer than an index takes.</summary>
    public string Key { get; }

    /// <param name="typed">Path and query, or a whole address, of which scheme and host are left out.</param>
    /// <returns>Null where it is no address, or that of the front page.</returns>
    public static OldAddress? Read(string? typed)
    {
        var written = Local(typed?.Trim() ?? "");
        if (written is null || written.Length > MaxLength || written.Any(IsOdd) || Fold(written) is not { } folded || folded.Length > MaxLength || folded == "/" || folded.Any(IsOdd))
        {
            return null;
        }

        return new OldAddress(written, folded);
    }

    /// <returns>Keys under which an address that somebody asks for may be known, the nearest first: with its query, and without.</returns>
    public static IReadOnlyList<string> KeysOf(string asked)
    {
        if (asked.Length > MaxLength * 2 || Fold(asked) is not { } folded)
        {
            return [];
        }

        var end = folded.IndexOf('?', StringComparison.Ordinal);
        return end < 0 ? [KeyOf(folded)] : end == 1 ? [KeyOf(folded)] : [KeyOf(folded), KeyOf(folded[..end])];
    }

    private static string? Local(string typed)
    {
        if (Uri.TryCreate(typed, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
        {
            var rest = typed[(typed.IndexOf("://", StringComparison.Ordinal) + 3)..];
            var path = rest.IndexOfAny(['/', '?', '#']);
            typed = path < 0 ? "/" : rest[path] == '/' ? rest[path..] : "/" + rest[path..];
        }

        var fragment = typed.IndexOf('#', StringComparison.Ordinal);
        typed = fragment < 0 ? typed : typed[..fragment];
        return typed.StartsWith('/') && !typed.StartsWith("//", StringComparison.Ordinal) && !typed.Contains('\\', StringComparison.Ordinal) ? typed : null;
    }

    /// <returns>Null where nothing is left that names a page.</returns>
    private static string? Fold(string address)
    {
        var text = VietnameseText.Normalize(Decoded(address));
        var mark = text.IndexOf('?', StringComparison.Ordinal);
        var path = PathOf(mark < 0 ? text : text[..mark]);
        var query = mark < 0 ? "" : QueryOf(text[(mark + 1)..]);
        return path is null ? null : query.Length == 0 ? path : $"{path}?{query}";
    }

    private static string? PathOf(string path)
    {
        var parts = new List<string>();
        foreach (var part in Session.Replace(path, "").Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part.Trim().ToLowerInvariant());
            }
        }

        if (parts is [.., "index.html" or "index.htm" or "index.php"])
        {
            parts.RemoveAt(parts.Count - 1);
        }

        return "/" + string.Join('/', parts);
    }

    private static string QueryOf(string query) => string.Join('&', query
        .Split('&', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(pair => pair.Replace('+', ' ').TrimEnd('='))
        .Where(pair => pair.Length > 0 && !IsTracking(pair.Split('=')[0]))
        .Order(StringComparer.Ordinal));

    private static bool IsTracking(string name) => name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name);

    private static string Decoded(string address)
    {
        for (var times = 0; times < MostEncodings && address.Contains('%', StringComparison.Ordinal); times++)
        {
            address = Uri.UnescapeDataString(address);
        }

        return address;
    }

    /// <summary>No address has them, and half a surrogate pair cannot be kept.</summary>
    private static bool IsOdd(char letter) => char.IsControl(letter) || char.IsSurrogate(letter);

    private static string KeyOf(string folded) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)));

    [GeneratedRegex(";jsessionid=[^/?]*", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Session { get; }
}
