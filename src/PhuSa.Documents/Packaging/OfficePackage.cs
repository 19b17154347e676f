using System.IO.Compression;
using System.Text;
using System.Xml;

namespace PhuSa.Documents.Packaging;

/// <summary>
/// An Office file under construction: a ZIP of XML parts. Nothing in it depends on the clock or on chance, so the same content gives the same bytes
/// and a paper that was issued can be compared with one that is made again.
/// </summary>
internal sealed class OfficePackage(Stream stream) : IDisposable
{
    public const string OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    // The first moment a ZIP entry can carry.
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings WriterSettings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<(string Path, string ContentType)> _parts = [];

    /// <summary>Adds one part; a path is written without its leading slash ("word/document.xml").</summary>
    public void Add(string path, string contentType, Action<XmlWriter> write)
    {
        _parts.Add((path, contentType));
        Entry(path, write);
    }

    /// <summary>Writes what a part points to; the empty owner is the package itself.</summary>
    public void Relate(string owner, IEnumerable<Relationship> relationships)
    {
        var name = owner.LastIndexOf('/') + 1;
        Entry($"{owner[..name]}_rels/{owner[name..]}.rels", writer =>
        {
            writer.WriteStartElement("Relationships", PackageRelationships);
            foreach (var relationship in relationships)
            {
                writer.WriteStartElement("Relationship", PackageRelationships);
                writer.WriteAttributeString("Id", relationship.Id);
                writer.WriteAttributeString("Type", relationship.Type);
                writer.WriteAttributeString("Target", relationship.Target);
                if (relationship.External)
                {
                    writer.WriteAttributeString("TargetMode", "External");
                }

                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        });
    }

    public void Dispose()
    {
        Entry("[Content_Types].xml", writer =>
        {
            writer.WriteStartElement("Types", ContentTypes);
            writer.WriteStartElement("Default", ContentTypes);
            writer.WriteAttributeString("Extension", "rels");
            writer.WriteAttributeString("ContentType", "application/vnd.openxmlformats-package.relationships+xml");
            writer.WriteEndElement();
            foreach (var (path, contentType) in _parts)
            {
                writer.WriteStartElement("Override", ContentTypes);
                writer.WriteAttributeString("PartName", "/" + path);
                writer.WriteAttributeString("ContentType", contentType);
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        });
        _zip.Dispose();
    }

    private void Entry(string path, Action<XmlWriter> write)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = FixedTime;
        using var content = entry.Open();
        using var writer = XmlWriter.Create(content, WriterSettings);
        writer.WriteStartDocument(standalone: true);
        write(writer);
    }
}

/// <summary>One arrow of an Office file, from a part to another part or to an address outside.</summary>
internal sealed record Relationship(string Id, string Type, string Target, bool External = false);
