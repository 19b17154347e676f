using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PhuSa.Documents.Decree;

/// <summary>Keeps the end of a text on the page of what follows it.</summary>
internal static class LastLines
{
    private const int TextSize = 14;

    /// <summary>At least so many lines; a row of a table is at least one.</summary>
    public static void Keep(IReadOnlyList<OpenXmlElement> text, int wanted)
    {
        for (var i = text.Count - 1; i >= 0 && wanted > 0; i--)
        {
            wanted -= text[i] is Paragraph paragraph ? Keep([paragraph]) : KeepRows(text[i], wanted);
        }
    }

    private static int KeepRows(OpenXmlElement table, int wanted)
    {
        var rows = table.Elements<TableRow>().TakeLast(wanted).ToList();
        Keep([.. rows.SelectMany(row => row.Descendants<Paragraph>())]);
        return rows.Count;
    }

    // Upright letters take at least 85 parts in a hundred of the bold width: better one line too few than one too many.
    private static int Keep(IReadOnlyList<Paragraph> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        }

        return paragraphs.Sum(paragraph => 1 + (BoldText.Width(paragraph.InnerText, TextSize) * 85 / 100 / DecreePage.TextWidth));
    }
}
