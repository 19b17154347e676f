using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PhuSa.Documents.Packaging;

namespace PhuSa.Documents.Decree;

/// <summary>Top of page 1: bodies and number on the left, quốc hiệu, tiêu ngữ and date on the right, then type and subject.</summary>
internal static class DecreeHead
{
    private const int WideSize = 13;

    // Between 1/3 and 1/2 of the text above.
    private const double ShortRule = 0.42;

    public static IEnumerable<OpenXmlElement> Write(DecreePaper paper)
    {
        var bodies = IssuingBodyLines(paper);

        // The decree pairs 13 with 14 and 12 with 13: where the bodies' names do not fit in one line beside the quốc hiệu at 13, the head is set in the smaller pair.
        var size = bodies.All(body => BoldText.Width(body, WideSize) <= LeftWidth(WideSize)) ? WideSize : WideSize - 1;
        var left = LeftWidth(size);
        var right = DecreePage.TextWidth - left;

        yield return new Table(
        [
            .. Layout.PlainTable(left, right),
            new TableRow(Cell(left, Bodies(paper, bodies, size, left)), Cell(right, Nation(size, right))),
            new TableRow(Cell(left, NumberAndUrgency(paper)), Cell(right, [Date(paper, size)])),
        ]);
        yield return Layout.Line(DecreeStyles.TypeName, Capitals(paper.TypeName));
        var subject = PartText.Clean(paper.Subject);
        yield return Layout.Line(DecreeStyles.Subject, subject);
        yield return Rule(ShortRule * Math.Min(BoldText.Width(subject, 14), DecreePage.TextWidth), DecreePage.TextWidth);
    }

    public static string Capitals(string text) => PartText.Clean(text).ToUpperInvariant();

    // The right column is as wide as the quốc hiệu needs, with a hair to spare.
    private static int LeftWidth(int size) => DecreePage.TextWidth - (BoldText.Width(DecreeWording.NationalTitle, size) + 40);

    private static List<string> IssuingBodyLines(DecreePaper paper)
    {
        var last = paper.IssuingBodies.Count - 1;
        return [.. paper.IssuingBodies.Select((body, index) => Capitals(body) + (index < last ? " -" : ""))];
    }

    private static IEnumerable<Paragraph> Bodies(DecreePaper paper, List<string> bodies, int size, int width)
    {
        if (paper.GoverningBody is { } governing)
        {
            yield return Layout.Line(DecreeStyles.GoverningBody, Capitals(governing), size);
        }

        foreach (var body in bodies)
        {
            yield return Layout.Line(DecreeStyles.IssuingBody, body, size);
        }

        yield return Rule(ShortRule * Math.Min(bodies.Max(body => BoldText.Width(body, size)), width), width);
    }

    private static IEnumerable<Paragraph> Nation(int size, int width)
    {
        yield return Layout.Line(DecreeStyles.NationalTitle, DecreeWording.NationalTitle, size);
        yield return Layout.Line(DecreeStyles.Motto, DecreeWording.Motto, size + 1);
        yield return Rule(BoldText.Width(DecreeWording.Motto, size + 1), width);
    }

    private static IEnumerable<Paragraph> NumberAndUrgency(DecreePaper paper)
    {
        yield return Layout.Line(DecreeStyles.NumberLine, PartText.Clean(DecreeWording.NumberLine(paper.Number, paper.Symbol)));
        if (DecreeWording.UrgencyMark(paper.Urgency) is { } mark)
        {
            var framed = Layout.Line(DecreeStyles.Urgency, $" {mark} ");
            framed.GetFirstChild<Run>()!.RunProperties = new RunProperties(new Border { Val = BorderValues.Single, Size = 6, Space = 1, Color = "000000" });
            yield return framed;
        }
    }

    private static Paragraph Date(DecreePaper paper, int size) =>
        Layout.Line(DecreeStyles.DateLine, PartText.Clean(DecreeWording.DateLine(paper.Place, paper.Date, paper.Year)), size + 1);

    private static TableCell Cell(int width, IEnumerable<Paragraph> lines)
    {
        var cell = Layout.Cell(width);
        cell.Append(lines);
        return cell;
    }

    // A rule of a given length in the middle of a given width.
    private static Paragraph Rule(double length, int width)
    {
        var side = Math.Max(0, (int)((width - length) / 2)).ToString(CultureInfo.InvariantCulture);
        return new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = DecreeStyles.Rule },
            new Indentation { Left = side, Right = side }));
    }
}
