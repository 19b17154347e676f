using PhuSa.Portal.Redirects;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.OldPortal;

/// <summary>A file of the mirror.</summary>
/// <param name="Name">Inside the folder, with slashes.</param>
/// <param name="Path">On this disk.</param>
internal sealed record MirrorFile(string Name, string Path, long Bytes)
{
    private static readonly HashSet<string> Endings = new([".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp"], StringComparer.OrdinalIgnoreCase);

    /// <summary>A page that was asked for with a query keeps it in its name: <c>xem.php?id=9</c>.</summary>
    public bool IsPage => Endings.Contains(EndingOf(Name)) || Endings.Contains(EndingOf(Name.Split('?', '@')[0]));

    public string FileName => System.IO.Path.GetFileName(Name);

    private static string EndingOf(string name) => System.IO.Path.GetExtension(name);
}

/// <summary>
/// The folder of a mirror. It is walked once; a link on a page finds only what was met on that walk, so that no address, however it is written, leads out
/// of the folder. Links of the file system are not followed.
/// </summary>
internal sealed class Mirror
{
    public const string IndexName = "index.csv";
    private const int MostFiles = 500_000;
    private const int MostLevels = 60;

    private readonly Dictionary<string, MirrorFile> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, MirrorFile> _byAddress = new(StringComparer.Ordinal);
    private readonly IReadOnlySet<string> _hosts;

    private Mirror(IReadOnlySet<string> hosts)
    {
        _hosts = hosts;
    }

    /// <summary>In the order of their names, so that two runs see the same.</summary>
    public IReadOnlyList<MirrorFile> Files { get; private set; } = [];

    /// <summary>Links of the file system that were passed over.</summary>
    public int PassedOver { get; private set; }

    public IReadOnlySet<string> Hosts => _hosts;

    /// <summary>Further folders and files were not looked at.</summary>
    public bool IsCut { get; private set; }

    public static Mirror Open(string folder, IReadOnlySet<string> hosts)
    {
        var mirror = new Mirror(hosts);
        mirror.Walk(new DirectoryInfo(System.IO.Path.GetFullPath(folder)));
        return mirror;
    }

    /// <returns>The file of this name inside the folder.</returns>
    public MirrorFile? Named(string name) => Settled(name) is { } settled ? _byName.GetValueOrDefault(settled) : null;

    /// <summary>What a link leads to: as it is written for the disk (mirrors rewrite links), else as an address of the old site.</summary>
    /// <param name="from">The page on which the link stands.</param>
    /// <param name="at">The page's own old address.</param>
    public MirrorFile? Find(string link, MirrorFile from, OldAddress? at)
    {
        return Near(link, from) ?? (AddressOf(link, at) is { } address ? _byAddress.GetValueOrDefault(address.Key) : null);
    }

    /// <summary>As a mirror writes links anew for the disk: from the folder of the file.</summary>
    public MirrorFile? Near(string link, MirrorFile from)
    {
        var plain = link.Split('#')[0].Trim();
        if (plain.Length == 0 || IsWhole(plain) || plain.StartsWith('/'))
        {
            return null;
        }

        var folder = System.IO.Path.GetDirectoryName(from.Name)?.Replace('\\', '/') ?? "";
        return Named($"{folder}/{Uri.UnescapeDataString(plain)}") ?? Named($"{folder}/{Uri.UnescapeDataString(plain.Split('?')[0])}");
    }

    /// <returns>The old address that a link means; null where it leads elsewhere.</returns>
    public OldAddress? AddressOf(string link, OldAddress? at)
    {
        var plain = link.Split('#')[0].Trim();
        if (plain.StartsWith("//", StringComparison.Ordinal))
        {
            plain = "http:" + plain;
        }

        if (IsWhole(plain))
        {
            return Uri.TryCreate(plain, UriKind.Absolute, out var uri) && _hosts.Contains(uri.Host) ? OldAddress.Read(plain) : null;
        }

        if (plain.StartsWith('/'))
        {
            return OldAddress.Read(plain);
        }

        if (plain.Length == 0 || plain.Contains(':', StringComparison.Ordinal) || at is null)
        {
            return null;
        }

        var here = at.Written.Split('?')[0];
        if (plain.StartsWith('?'))
        {
            return OldAddress.Read(here + plain);
        }

        return OldAddress.Read(here[..(here.LastIndexOf('/') + 1)] + plain);
    }

    /// <summary>The addresses that the place of a file in the mirror tells: as it lies there, and without the ending that mirrors put on.</summary>
    public IReadOnlyList<OldAddress> AddressesOf(MirrorFile file) => [.. Written(file).Select(OldAddress.Read).OfType<OldAddress>().DistinctBy(address => address.Key)];

    public static bool IsWhole(string link) =>
        link.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || link.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<string> Written(MirrorFile file)
    {
        var name = file.Name;
        var host = name.IndexOf('/', StringComparison.Ordinal);
        if (host > 0 && _hosts.Contains(name[..host]))
        {
            name = name[(host + 1)..];
        }

        // On a disk that takes no question marks wget writes @ in its place.
        var at = name.LastIndexOf('@');
        IEnumerable<string> names = at > 0 && name[at..].Contains('=', StringComparison.Ordinal) && !name.Contains('?', StringComparison.Ordinal) ? [$"{name[..at]}?{name[(at + 1)..]}", name] : [name];
        foreach (var one in names)
        {
            yield return "/" + one;
            foreach (var ending in (string[])[".html", ".htm"])
            {
                if (one.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && one.Length > ending.Length && !one.EndsWith("/index" + ending, StringComparison.OrdinalIgnoreCase))
                {
                    yield return "/" + one[..^ending.Length];
                }
            }
        }
    }

    private void Walk(DirectoryInfo root)
    {
        var files = new List<MirrorFile>();
        var open = new Stack<(DirectoryInfo Folder, string Name, int Level)>();
        open.Push((root, "", 0));
        while (open.TryPop(out var next) && !IsCut)
        {
            foreach (var entry in next.Folder.EnumerateFileSystemInfos())
            {
                if (entry.LinkTarget is not null || entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                {
                    PassedOver++;
                }
                else if (entry is DirectoryInfo folder)
                {
                    if (next.Level < MostLevels)
                    {
                        open.Push((folder, $"{next.Name}{folder.Name}/", next.Level + 1));
                    }
                }
                else if (files.Count == MostFiles)
                {
                    IsCut = true;
                    break;
                }
                else if (entry is FileInfo { Length: > 0 } file)
                {
                    // A pipe has no length either, and would keep us waiting for ever.
                    files.Add(new MirrorFile(next.Name + file.Name, file.FullName, file.Length));
                }
            }
        }

        Files = [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];
        foreach (var file in Files)
        {
            _byName.TryAdd(VietnameseText.Normalize(file.Name), file);
            foreach (var address in AddressesOf(file))
            {
                _byAddress.TryAdd(address.Key, file);
            }
        }
    }

    private static string? Settled(string name)
    {
        var parts = new List<string>();
        foreach (var part in name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
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
                parts.Add(part);
            }
        }

        return VietnameseText.Normalize(string.Join('/', parts));
    }
}
