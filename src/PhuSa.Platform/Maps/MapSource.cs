using Microsoft.Extensions.Configuration;

namespace PhuSa.Platform.Maps;

/// <summary>
/// Where the ground of the interactive map comes from: a style of MapLibre (<c>Map:Style</c>) or an address of picture tiles (<c>Map:Tiles</c>, with {z}, {x}
/// and {y}). Without one there is the drawn map alone.
/// </summary>
public sealed class MapSource
{
    private static readonly string[] Places = ["{z}", "{x}", "{y}"];

    private readonly IReadOnlyList<string> _origins;

    public MapSource(IConfiguration configuration)
    {
        var section = configuration.GetSection("Map");
        Style = Address(section["Style"]);
        Tiles = Style is null && section["Tiles"] is { } tiles && Array.TrueForAll(Places, place => tiles.Contains(place, StringComparison.Ordinal)) ? Address(tiles) : null;
        Attribution = Words(section["Attribution"]);
        AttributionUrl = Words(section["AttributionUrl"]) is { } url && Origin(url) is { Length: > 0 } ? url : null;
        MaxZoom = Math.Clamp(section.GetValue("MaxZoom", 18), 1, 22);
        _origins = [.. new[] { Style, Tiles }.OfType<string>().Concat(section.GetSection("Hosts").Get<string[]>() ?? []).Select(Origin).Where(origin => origin is { Length: > 0 }).Select(origin => origin!).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Address of a MapLibre style; null where there is none.</summary>
    public string? Style { get; }

    /// <summary>Address of picture tiles; null where there is none, or a style is set.</summary>
    public string? Tiles { get; }

    /// <summary>Whom the ground is owed to, said below the map.</summary>
    public string? Attribution { get; }

    public string? AttributionUrl { get; }

    public int MaxZoom { get; }

    public bool IsThere => Style is not null || Tiles is not null;

    /// <summary>The host a reader's browser will ask for pictures; null where it is our own.</summary>
    public string? Host => _origins.Count == 0 ? null : new Uri(_origins[0]).Host;

    /// <summary>The house's policy, opened for the ground's own hosts and a worker of ours, and for nothing else.</summary>
    public string Policy(string policy)
    {
        var hosts = _origins.Count == 0 ? "" : " " + string.Join(' ', _origins);
        return $"{policy.Replace("img-src 'self' data:", $"img-src 'self' data:{hosts}", StringComparison.Ordinal)}; connect-src 'self'{hosts}; worker-src 'self'";
    }

    private static string? Words(string? set) => string.IsNullOrWhiteSpace(set) ? null : set.Trim();

    private static string? Address(string? set) => Words(set) is { } address && Origin(address) is not null ? address : null;

    /// <returns>Scheme, host and port, empty for an address of our own; null for what is no address of the web.</returns>
    private static string? Origin(string address) =>
        address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) ? ""
        : Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.GetLeftPart(UriPartial.Authority)
        : null;
}
