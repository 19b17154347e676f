namespace PhuSa.Platform.Web;

/// <summary>Which addresses may be written into a page or gone back to.</summary>
public static class LocalAddress
{
    /// <summary>An address of this site. “//elsewhere” and “/\elsewhere” look local and are not.</summary>
    public static bool Is(string? address) =>
        address is ['/', ..] && (address.Length == 1 || address[1] is not ('/' or '\\')) && !address.Any(char.IsControl);

    /// <summary>The same address as it may stand in a header: letters beyond ASCII percent-encoded.</summary>
    public static string Encoded(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return string.Concat(address.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
    }

    /// <summary>An address of this site, or a whole https address: what a record may link to. Anything else could run script.</summary>
    public static bool OrHttps(string? address) =>
        Is(address) || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && address!.StartsWith("https://", StringComparison.Ordinal) && !address.Any(char.IsControl));
}
