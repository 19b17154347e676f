using System.IO.Compression;
using System.Xml;

namespace PhuSa.Documents.Packaging;

/// <summary>
/// Looks through an Office file from a stranger before a library builds its tree: what reads XML by recursion ends the whole process where elements lie
/// in each other by thousands, and no handler catches that.
/// </summary>
internal static class PackageLimits
{
    public const int Depth = 256;
    public const int Parts = 2000;

    /// <summary>In all parts together, as they unpack.</summary>
    public const long Characters = 20_000_000;

    /// <returns>Whether the file stays within the limits.</returns>
    /// <exception cref="InvalidDataException">It is no zip file.</exception>
    /// <exception cref="XmlException">A part of XML is broken, or has a document type.</exception>
    public static bool AreKept(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file, writable: false));
        if (archive.Entries.Count > Parts)
        {
            return false;
        }

        var left = Characters;
        foreach (var entry in archive.Entries)
        {
            // A part in pieces is whole only to who puts it together: Word writes none.
            if (entry.FullName.EndsWith(".piece", StringComparison.OrdinalIgnoreCase) || !IsKept(entry, ref left))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The name of a part does not say what is in it: one that ends otherwise is looked at as well, and a picture is no XML from its first letter.</summary>
    private static bool IsKept(ZipArchiveEntry entry, ref long left)
    {
        using var content = new CountedStream(entry.Open(), left);
        try
        {
            using var reader = XmlReader.Create(content, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Characters });
            while (reader.Read())
            {
                if (reader.Depth > Depth)
                {
                    return false;
                }
            }
        }
        catch (XmlException) when (content.Left < 0 || !IsXml(entry.FullName))
        {
        }

        left = content.Left;
        return left >= 0;
    }

    private static bool IsXml(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>Ends where nothing is left.</summary>
    private sealed class CountedStream(Stream inner, long left) : ForwardStream(inner)
    {
        /// <summary>Below zero: the part is longer than what was left.</summary>
        public long Left { get; private set; } = left;

        protected override bool IsOver => Left < 0;

        protected override void Unpacked(int count) => Left -= count;
    }
}
