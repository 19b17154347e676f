using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;

namespace PhuSa.Platform.Web.Assets;

/// <summary>
/// The stylesheet, fonts and icon of the pages, read once at start. Their addresses carry a hash of the content, so pages ask here for the current one.
/// </summary>
public sealed class AssetFiles
{
    /// <summary>Where the build puts the files: beside the program, whatever the current directory is.</summary>
    public static readonly string BesideTheProgram = System.IO.Path.Combine(AppContext.BaseDirectory, "wwwroot", "assets");

    private readonly FrozenDictionary<string, Asset> _byName;
    private readonly FrozenDictionary<string, Asset> _byPath;

    /// <summary>Reads every file that <c>assets.json</c> in the folder names.</summary>
    /// <exception cref="InvalidOperationException">The folder was not built, or a file is missing from it.</exception>
    public AssetFiles(string folder)
    {
        _byName = ReadManifest(folder).ToFrozenDictionary(entry => entry.Key, entry => Read(folder, entry.Value), StringComparer.Ordinal);
        _byPath = _byName.Values.ToFrozenDictionary(asset => asset.Path, StringComparer.Ordinal);
    }

    /// <summary>The address of a file by its plain name, such as <c>style.css</c>.</summary>
    /// <exception cref="ArgumentException">No file has this name.</exception>
    public string Path(string name) =>
        Named(name)?.Path ?? throw new ArgumentException($"There is no asset named “{name}”.", nameof(name));

    /// <summary>How many bytes of it a present browser loads.</summary>
    /// <exception cref="ArgumentException">No file has this name.</exception>
    public int Weight(string name) => Named(name)?.Smallest ?? throw new ArgumentException($"There is no asset named “{name}”.", nameof(name));

    internal Asset? Named(string name) => _byName.GetValueOrDefault(name);

    internal Asset? At(string? path) => path is null ? null : _byPath.GetValueOrDefault(path);

    private static Dictionary<string, ManifestEntry> ReadManifest(string folder)
    {
        var manifest = System.IO.Path.Combine(folder, "assets.json");
        if (!File.Exists(manifest))
        {
            throw new InvalidOperationException($"The stylesheet and fonts are missing: {manifest} was not found, build PhuSa.Host again.");
        }

        return JsonSerializer.Deserialize<Dictionary<string, ManifestEntry>>(File.ReadAllBytes(manifest), JsonSerializerOptions.Web)!;
    }

    private static Asset Read(string folder, ManifestEntry entry)
    {
        var file = System.IO.Path.Combine(folder, System.IO.Path.GetFileName(entry.Path));
        if (!File.Exists(file))
        {
            throw new InvalidOperationException($"The stylesheet and fonts are incomplete: {file} was not found, build PhuSa.Host again.");
        }

        var plain = File.ReadAllBytes(file);
        var contentHash = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 8));
        return new Asset(entry.Path, entry.Type, plain, ReadIfThere(file + ".br"), ReadIfThere(file + ".gz"), contentHash);
    }

    private static byte[]? ReadIfThere(string file) => File.Exists(file) ? File.ReadAllBytes(file) : null;

    private sealed record ManifestEntry(string Path, string Type);
}
