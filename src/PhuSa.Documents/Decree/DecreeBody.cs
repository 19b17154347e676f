using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PhuSa.Documents.Packaging;

namespace PhuSa.Documents.Decree;

/// <summary>The text of a paper. Links are collected on the way: each address is one relationship of the document.</summary>
internal sealed class DecreeBody
{
    private static readonly string[] LinkSchemes = ["http", "https", "mailto"];

    // Twips: "TT" in bold and the air of the cell, also in a wide face.
    private const int Narrowest = 640;

    private readonly Dictionary<string, string> _links = new(StringComparer.Ordinal);

    public IEnumerable<Relationship> Links =>
        _links.Select(link => new Relationship(link.Value, OfficePackage.OfficeRelationships + "/hyperlink", link.Key, External: true));

    /// <summary>The text up to its end mark.</summary>
    public IReadOnlyList<OpenXmlElement> Write(IReadOnlyList<DecreeBlock> blocks)
    {
        var text = new List<OpenXmlElement>();
        for (var i = 0; i < blocks.Count; i++)
        {
            // Two tables that touch become one.
            if (blocks[i] is DecreeTable { Caption: null } && i > 0 && blocks[i - 1] is DecreeTable)
            {
                text.Add(new Paragraph(Layout.Style(DecreeStyles.TableText)));
            }

            // A remark stays with what it speaks of.
            if (blocks[i] is DecreeNote)
            {
                LastLines.Keep(text, wanted: 1);
            }

            text.AddRange(Write(blocks[i], isLast: i == blocks.Count - 1));
        }

        // The end mark follows the last word; after a table or a heading it stands alone.
        if (blocks is [] or [.., not (DecreeParagraph or DecreeNote or DecreeList)])
        {
            text.Add(Text(DecreeStyles.Body, [], isLast: true));
        }

        return text;
    }

    private IEnumerable<OpenXmlElement> Write(DecreeBlock block, bool isLast) => block switch
    {
        DecreeChapter chapter => [Layout.Line(DecreeStyles.Chapter, DecreeHead.Capitals(chapter.Text))],
        DecreeHeading heading => [Layout.Line(DecreeStyles.Heading, PartText.Clean(heading.Text))],
        DecreeOrder order => [Layout.Line(DecreeStyles.Order, DecreeHead.Capitals(order.Text))],
        DecreeParagraph paragraph => [Text(DecreeStyles.Body, paragraph.Runs, isLast)],
        DecreeNote note => [Text(DecreeStyles.Note, note.Runs, isLast)],
        DecreeList list => list.Items.Select((item, index) => Text(DecreeStyles.ListItem, item, isLast && index == list.Items.Count - 1)),
        DecreeTable table => Table(table),
        _ => throw new ArgumentException($"Unknown block {block.GetType().Name}.", nameof(block)),
    };

    private Paragraph Text(string style, IReadOnlyList<DecreeRun> runs, bool isLast)
    {
        var paragraph = new Paragraph(Layout.Style(style));
        var text = isLast ? DecreeWording.BeforeEndMark(runs) : runs;
        paragraph.Append(text.Select(Run));
        if (isLast)
        {
            paragraph.Append(Layout.Letters(DecreeWording.EndMarkAfter(string.Concat(text.Select(run => run.Text)))));
        }

        return paragraph;
    }

    private OpenXmlElement Run(DecreeRun run)
    {
        var letters = Layout.Letters(PartText.Clean(run.Text));
        var look = new RunProperties();
        if (run.Link is not null)
        {
            look.RunStyle = new RunStyle { Val = DecreeStyles.Link };
        }

        if (run.Bold)
        {
            look.Bold = new Bold();
            look.BoldComplexScript = new BoldComplexScript();
        }

        if (run.Italic)
        {
            look.Italic = new Italic();
            look.ItalicComplexScript = new ItalicComplexScript();
        }

        if (look.HasChildren)
        {
            letters.RunProperties = look;
        }

        return run.Link is null ? letters : new Hyperlink(letters) { Id = LinkId(run.Link), History = true };
    }

    private string LinkId(Uri link)
    {
        if (!link.IsAbsoluteUri || !LinkSchemes.Contains(link.Scheme, StringComparer.Ordinal))
        {
            throw new ArgumentException($"A link of a paper is an absolute http, https or mailto address, not '{link}'.", nameof(link));
        }

        if (!_links.TryGetValue(link.AbsoluteUri, out var id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"link{_links.Count + 1}");
            _links.Add(link.AbsoluteUri, id);
        }

        return id;
    }

    private IEnumerable<OpenXmlElement> Table(DecreeTable table)
    {
        if (table.Caption is { } caption)
        {
            yield return Layout.Line(DecreeStyles.Caption, PartText.Clean(caption));
        }

        var widths = Widths(table.Columns);
        var element = new Table(Layout.GridTable(widths));
        element.Append(new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()), .. table.Columns.Select((column, index) => HeadCell(column, widths[index]))]));
        foreach (var row in table.Rows)
        {
            element.Append(new TableRow(
                [new TableRowProperties(new CantSplit()), .. table.Columns.Select((column, index) => TextCell(column, widths[index], index < row.Count ? row[index] : null))]));
        }

        yield return element;
    }

    // By their shares, but none too narrow for its title and two digits; the widest takes what rounding leaves.
    private static int[] Widths(IReadOnlyList<DecreeColumn> columns)
    {
        var shares = columns.Sum(column => column.Share);
        var narrow = columns.Select(column => DecreePage.TextWidth * column.Share / shares < Narrowest).ToList();
        var left = DecreePage.TextWidth - (Narrowest * narrow.Count(isNarrow => isNarrow));
        var wide = columns.Where((_, index) => !narrow[index]).Sum(column => column.Share);
        var widths = columns.Select((column, index) => narrow[index] ? Narrowest : (int)(left * column.Share / wide)).ToArray();
        widths[Array.IndexOf(widths, widths.Max())] += DecreePage.TextWidth - widths.Sum();
        return widths;
    }

    private static TableCell HeadCell(DecreeColumn column, int width)
    {
        var cell = Layout.Cell(width);
        cell.TableCellProperties!.TableCellVerticalAlignment = new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center };
        cell.Append(Layout.Line(DecreeStyles.TableHead, PartText.Clean(column.Title)));
        return cell;
    }

    private TableCell TextCell(DecreeColumn column, int width, DecreeRun? content)
    {
        var text = new Paragraph(Layout.Style(DecreeStyles.TableText));
        if (column.Figures || column.Ordinals)
        {
            text.ParagraphProperties!.Justification = new Justification { Val = column.Figures ? JustificationValues.Right : JustificationValues.Center };
        }

        if (content is not null)
        {
            text.Append(Run(content));
        }

        var cell = Layout.Cell(width);
        cell.Append(text);
        return cell;
    }
}
