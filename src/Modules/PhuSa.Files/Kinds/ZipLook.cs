using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using PhuSa.Platform.Files;

namespace PhuSa.Files.Kinds;

/// <summary>ZIP, Word and Excel: every part is unpacked once, counted and thrown away; nothing of it reaches a disk.</summary>
internal static class ZipLook
{
    private const string Types = "[Content_Types].xml";
    private const int MostDepth = 3;
    private const int MostEntries = 10_000;
    private const int EndRecord = 22;
    private const int LargestInner = 32 * 1024 * 1024;

    /// <summary>Kinds of outside relationships that fetch and run something when the paper is opened. Links and pictures fetch nothing by themselves that runs.</summary>
    private static readonly string[] Fetched = ["/attachedTemplate", "/oleObject", "/frame", "/subDocument", "/package", "/control", "/aFChunk"];

    public static async Task<FileKind?> CheckAsync(Stream content, CancellationToken cancellationToken)
    {
        if (!await EndsWhereItShouldAsync(content, cancellationToken))
        {
            throw NotWelcome.Trailing();
        }

        content.Position = 0;
        try
        {
            return await LookAsync(content, new Unpacked(content.Length), depth: 1, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or NotSupportedException)
        {
            throw NotWelcome.Broken();
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static async Task<FileKind> LookAsync(Stream content, Unpacked unpacked, int depth, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > MostEntries || depth > MostDepth)
        {
            throw NotWelcome.Bomb();
        }

        var isPackage = zip.GetEntry(Types) is not null;
        foreach (var entry in zip.Entries)
        {
            if (entry.IsEncrypted)
            {
                throw NotWelcome.Encrypted();
            }

            await LookAsync(entry, isPackage, unpacked, depth, cancellationToken);
        }

        return !isPackage ? FileKind.Zip
            : zip.GetEntry("word/document.xml") is not null ? FileKind.Word
            : zip.GetEntry("xl/workbook.xml") is not null ? FileKind.Excel
            : FileKind.Zip;
    }

    private static async Task LookAsync(ZipArchiveEntry entry, bool isPackage, Unpacked unpacked, int depth, CancellationToken cancellationToken)
    {
        var isRelations = isPackage && (entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || entry.FullName.Equals(Types, StringComparison.OrdinalIgnoreCase));
        if (isPackage && (entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)))
        {
            throw NotWelcome.Macros();
        }

        await using var part = await entry.OpenAsync(cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var read = await part.ReadAtLeastAsync(buffer, 4, throwOnEndOfStream: false, cancellationToken);
            if (isRelations || buffer.AsSpan(0, read).StartsWith("PK\x03\x04"u8))
            {
                using var inner = new MemoryStream();
                await UnpackAsync(part, buffer, read, inner, unpacked, cancellationToken);
                inner.Position = 0;
                await LookInsideAsync(inner, isRelations, unpacked, depth, cancellationToken);
            }
            else
            {
                await UnpackAsync(part, buffer, read, kept: null, unpacked, cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task UnpackAsync(Stream part, byte[] buffer, int read, MemoryStream? kept, Unpacked unpacked, CancellationToken cancellationToken)
    {
        for (; read > 0; read = await part.ReadAsync(buffer, cancellationToken))
        {
            unpacked.Add(read);
            if (kept?.Length > LargestInner)
            {
                throw NotWelcome.Bomb();
            }

            kept?.Write(buffer, 0, read);
        }
    }

    private static async Task LookInsideAsync(MemoryStream inner, bool isRelations, Unpacked unpacked, int depth, CancellationToken cancellationToken)
    {
        if (isRelations)
        {
            Relations(inner);
        }
        else
        {
            await LookAsync(inner, unpacked, depth + 1, cancellationToken);
        }
    }

    private static void Relations(Stream xml)
    {
        using var reader = XmlReader.Create(xml, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.GetAttribute("ContentType") is { } type
                && (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
            {
                throw NotWelcome.Macros();
            }

            if (string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
                && reader.GetAttribute("Type") is { } relation && Fetched.Any(kind => relation.EndsWith(kind, StringComparison.OrdinalIgnoreCase)))
            {
                throw NotWelcome.OutsideContent();
            }
        }
    }

    /// <summary>The closing record stands at the very end, its comment included.</summary>
    private static async Task<bool> EndsWhereItShouldAsync(Stream content, CancellationToken cancellationToken)
    {
        var tail = new byte[(int)Math.Min(ushort.MaxValue + EndRecord, content.Length)];
        content.Position = content.Length - tail.Length;
        await content.ReadExactlyAsync(tail, cancellationToken);
        for (var at = tail.Length - EndRecord; at >= 0; at--)
        {
            var record = tail.AsSpan(at);
            if (record.StartsWith("PK\x05\x06"u8))
            {
                // A comment is refused too: it is where other files hide.
                return BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) == 0 && record.Length == EndRecord;
            }
        }

        throw NotWelcome.Broken();
    }

    /// <summary>How much has come out of the packages so far, against how much went in.</summary>
    private sealed class Unpacked(long packed)
    {
        private const long Most = 512L * 1024 * 1024;
        private const long AlwaysAllowed = 16L * 1024 * 1024;
        private const int MostRatio = 100;
        private long _total;

        public void Add(int bytes)
        {
            _total += bytes;
            if (_total > Most || (_total > AlwaysAllowed && _total / MostRatio > packed))
            {
                throw NotWelcome.Bomb();
            }
        }
    }
}
