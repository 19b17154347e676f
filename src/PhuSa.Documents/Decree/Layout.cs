using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PhuSa.Documents.Decree;

/// <summary>Lines and cells from which head, body and foot are put together.</summary>
internal static class Layout
{
    /// <summary>A line in one style; a size is given only where it differs from the style's.</summary>
    public static Paragraph Line(string style, string text, int? size = null)
    {
        var run = Letters(text);
        if (size is { } points)
        {
            var half = (points * 2).ToString(CultureInfo.InvariantCulture);
            run.RunProperties = new RunProperties(new FontSize { Val = half }, new FontSizeComplexScript { Val = half });
        }

        return new Paragraph(Style(style), run);
    }

    public static ParagraphProperties Style(string style) => new(new ParagraphStyleId { Val = style });

    public static Run Letters(string text) => new(Words(text));

    public static Text Words(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    /// <summary>Properties and columns of a table without lines, as wide as the text.</summary>
    public static OpenXmlElement[] PlainTable(params int[] widths) => Table(style: "TableNormal", widths);

    public static OpenXmlElement[] GridTable(params int[] widths) => Table(DecreeStyles.Grid, widths);

    public static TableCell Cell(int width) =>
        new(new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa }));

    private static OpenXmlElement[] Table(string style, int[] widths) =>
    [
        new TableProperties(
            new TableStyle { Val = style },
            new TableWidth { Width = Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })),
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
