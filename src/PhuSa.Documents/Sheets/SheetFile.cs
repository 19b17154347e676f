using System.IO.Compression;
using System.Xml;

namespace PhuSa.Documents.Sheets;

/// <summary>
/// The parts of an .xlsx file and the arrows between them. It reads the ZIP itself: every unpacked byte is counted, and a file with one malformed
/// link, which the Open XML SDK refuses as a whole, still gives its rows.
/// </summary>
internal sealed class SheetFile : IDisposable
{
    private static readonly XmlReaderSettings ReaderSettings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly ZipArchive _zip;
    private readonly UnpackBudget _budget;

    public SheetFile(Stream stream, SheetLimits limits)
    {
        RefuseOldFormat(stream);
        _budget = new UnpackBudget(limits);
        try
        {
            _zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException failure)
        {
            throw UnreadableSheetException.NotXlsx(failure);
        }
    }

    public string WorkbookPath => Targets("").FirstOrDefault(arrow => IsKind(arrow.Type, "officeDocument")).Path
        ?? throw UnreadableSheetException.NotXlsx();

    public XmlReader Open(string path)
    {
        var entry = _zip.GetEntry(path) ?? throw UnreadableSheetException.Damaged();
        return XmlReader.Create(new UnpackedStream(entry.Open(), entry.CompressedLength, _budget), ReaderSettings);
    }

    /// <summary>Where a part points to inside the file; the empty path is the package itself.</summary>
    public IReadOnlyList<(string Id, string Type, string Path)> Targets(string owner)
    {
        var slash = owner.LastIndexOf('/');
        var folder = slash < 0 ? "" : owner[..(slash + 1)];
        var path = $"{folder}_rels/{owner[(slash + 1)..]}.rels";
        if (_zip.GetEntry(path) is null)
        {
            return [];
        }

        var targets = new List<(string, string, string)>();
        using var reader = Open(path);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && string.Equals(reader.LocalName, "Relationship", StringComparison.Ordinal)
                && !string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.Ordinal)
                && reader.GetAttribute("Target") is { } target)
            {
                targets.Add((reader.GetAttribute("Id") ?? "", reader.GetAttribute("Type") ?? "", Resolve(folder, target)));
            }
        }

        return targets;
    }

    /// <summary>Compares the last word of a relationship's type: transitional and strict files differ only before it.</summary>
    public static bool IsKind(string? type, string kind) => type is not null && type.EndsWith("/" + kind, StringComparison.Ordinal);

    public void Dispose() => _zip.Dispose();

    // Excel 97–2003 and every file with a password begin with these bytes.
    private static void RefuseOldFormat(Stream stream)
    {
        if (!stream.CanSeek)
        {
            return;
        }

        Span<byte> start = stackalloc byte[4];
        var position = stream.Position;
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = position;
        if (start is [0xD0, 0xCF, 0x11, 0xE0])
        {
            throw UnreadableSheetException.OldOrLocked();
        }

        if (read < start.Length || start is not [(byte)'P', (byte)'K', _, _])
        {
            throw UnreadableSheetException.NotXlsx();
        }
    }

    private static string Resolve(string folder, string target)
    {
        var whole = target.StartsWith('/') ? target : folder + target;
        var steps = new List<string>();
        foreach (var step in whole.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step is ".." && steps.Count > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                steps.Add(step);
            }
        }

        return string.Join('/', steps);
    }
}
