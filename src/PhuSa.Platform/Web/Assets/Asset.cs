using Microsoft.Net.Http.Headers;

namespace PhuSa.Platform.Web.Assets;

/// <summary>One file that a browser loads, with its compressed forms, held in memory.</summary>
internal sealed class Asset
{
    private readonly AssetBody _plain;
    private readonly AssetBody? _brotli;
    private readonly AssetBody? _gzip;

    public Asset(string path, string type, byte[] plain, byte[]? brotli, byte[]? gzip, string contentHash)
    {
        Path = path;
        Type = type;
        _plain = new AssetBody(plain, Encoding: null, contentHash);
        _brotli = brotli is null ? null : new AssetBody(brotli, "br", contentHash);
        _gzip = gzip is null ? null : new AssetBody(gzip, "gzip", contentHash);
    }

    public string Path { get; }

    public string Type { get; }

    public int Smallest => new[] { _plain, _brotli, _gzip }.OfType<AssetBody>().Min(body => body.Bytes.Length);

    public bool DependsOnEncoding => _brotli is not null || _gzip is not null;

    /// <summary>The form that the browser likes best; at equal liking the smaller one, and the plain one if it takes no other.</summary>
    public AssetBody For(IList<StringWithQualityHeaderValue> accepted)
    {
        var best = _plain;
        var bestLiking = Liking(accepted, "identity", anythingCounts: false);
        foreach (var body in new[] { _gzip, _brotli })
        {
            var liking = body is null ? 0 : Liking(accepted, body.Encoding!, anythingCounts: true);
            if (liking > 0 && liking >= bestLiking)
            {
                (best, bestLiking) = (body!, liking);
            }
        }

        return best;
    }

    private static double Liking(IList<StringWithQualityHeaderValue> accepted, string encoding, bool anythingCounts)
    {
        var ofAnything = 0.0;
        foreach (var one in accepted)
        {
            if (one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase))
            {
                return one.Quality ?? 1;
            }

            if (anythingCounts && one.Value.Equals("*", StringComparison.Ordinal))
            {
                ofAnything = one.Quality ?? 1;
            }
        }

        return ofAnything;
    }
}

/// <summary>The bytes of one form of an asset. Each form has a tag of its own, as the tag names bytes.</summary>
internal sealed record AssetBody(byte[] Bytes, string? Encoding, string ContentHash)
{
    public EntityTagHeaderValue Tag { get; } = new(Encoding is null ? $"\"{ContentHash}\"" : $"\"{ContentHash}-{Encoding}\"");
}
