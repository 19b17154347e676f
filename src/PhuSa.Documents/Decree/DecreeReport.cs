using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PhuSa.Documents.Packaging;

namespace PhuSa.Documents.Decree;

/// <summary>Writes a paper as a Word file (.docx) by Phụ lục I of Nghị định 30/2020/NĐ-CP. The same paper gives the same bytes.</summary>
public static class DecreeReport
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string DublinCoreTerms = "http://purl.org/dc/terms/";
    private const string XmlSchema = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Writes synchronously and leaves the stream open; a web answer needs a buffer in between.</summary>
    /// <exception cref="ArgumentException">No issuing body, or a link that is not absolute.</exception>
    public static void Write(DecreePaper paper, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(stream);
        if (paper.IssuingBodies.Count == 0)
        {
            throw new ArgumentException("A paper has at least one issuing body.", nameof(paper));
        }

        var text = new DecreeBody();
        var body = new Body();
        body.Append(DecreeHead.Write(paper));
        body.Append(DecreeFoot.After(text.Write(paper.Blocks), paper));
        for (var i = 0; i < paper.Appendices.Count; i++)
        {
            body.Append(DecreePage.LastLine(isEnd: false));
            body.Append(DecreeHead.Appendix(paper, i));
            body.Append(text.Write(paper.Appendices[i].Blocks));
        }

        body.Append(DecreePage.LastLine(isEnd: true), DecreePage.Section());

        using var package = new OfficePackage(stream);
        package.Relate("",
        [
            new("rId1", OfficePackage.OfficeRelationships + "/officeDocument", "word/document.xml"),
            new("rId2", CoreProperties.Replace("metadata/", "relationships/metadata/", StringComparison.Ordinal), "docProps/core.xml"),
        ]);
        package.Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", writer => Properties(writer, paper));
        package.Add("word/document.xml", Word + "document.main+xml", new Document(body).WriteTo);
        package.Add("word/styles.xml", Word + "styles+xml", DecreeStyles.Sheet().WriteTo);
        package.Add("word/settings.xml", Word + "settings+xml", DecreePage.Settings().WriteTo);
        package.Add("word/numbering.xml", Word + "numbering+xml", DecreePage.Dashes().WriteTo);
        package.Add("word/header1.xml", Word + "header+xml", DecreePage.PageNumber().WriteTo);
        package.Add("word/fontTable.xml", Word + "fontTable+xml", DecreePage.Fonts().WriteTo);
        package.Relate("word/document.xml",
        [
            new("rId1", OfficePackage.OfficeRelationships + "/styles", "styles.xml"),
            new("rId2", OfficePackage.OfficeRelationships + "/settings", "settings.xml"),
            new("rId3", OfficePackage.OfficeRelationships + "/numbering", "numbering.xml"),
            new(DecreePage.HeaderId, OfficePackage.OfficeRelationships + "/header", "header1.xml"),
            new("rId5", OfficePackage.OfficeRelationships + "/fontTable", "fontTable.xml"),
            .. text.Links,
        ]);
    }

    private static void Properties(XmlWriter writer, DecreePaper paper)
    {
        writer.WriteStartElement("cp", "coreProperties", CoreProperties);
        writer.WriteElementString("dc", "title", DublinCore, PartText.Clean($"{paper.TypeName ?? DecreeWording.Letter} {paper.Subject}"));
        writer.WriteElementString("dc", "creator", DublinCore, PartText.Clean(string.Join("; ", paper.IssuingBodies)));
        writer.WriteElementString("dc", "language", DublinCore, "vi-VN");
        if (paper.Date is { } date)
        {
            writer.WriteStartElement("dcterms", "created", DublinCoreTerms);
            writer.WriteAttributeString("xsi", "type", XmlSchema, "dcterms:W3CDTF");
            writer.WriteString(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }
}
