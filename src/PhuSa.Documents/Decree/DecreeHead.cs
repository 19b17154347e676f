using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PhuSa.Documents.Packaging;

namespace PhuSa.Documents.Decree;

/// <summary>Top of page 1: bodies and number on the left, quốc hiệu, tiêu ngữ and date on the right, then type and subject.</summary>
internal static class DecreeHead
{
    private const int WideSize = 13;
    private const int SubjectSize = 14;
    private const int LetterSubjectSize = 12;

    // Between 1/3 and 1/2 of the text above.
    private const double ShortRule = 0.42;

    // DejaVu Serif, which LibreOffice takes where it finds no face like Times New Roman, sets the quốc hiệu 17.1 parts in a hundred wider.
    private const double WiderFaces = 1.19;

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
            new TableRow(Cell(left, NumberAndUrgency(paper, left)), Cell(right, [Date(paper, size)])),
        ]);
        if (paper.TypeName is { } type)
        {
            yield return Layout.Line(DecreeStyles.TypeName, Capitals(type));
            foreach (var line in UnderType(type, paper.Subject))
            {
                yield return line;
            }
        }

        foreach (var line in Addressees(paper))
        {
            yield return line;
        }
    }

    /// <summary>"Phụ lục", its title and the paper that it belongs to.</summary>
    public static IEnumerable<Paragraph> Appendix(DecreePaper paper, int index) =>
    [
        Layout.Line(DecreeStyles.Appendix, DecreeWording.AppendixLabel(index, paper.Appendices.Count)),
        Evenly(DecreeStyles.AppendixTitle, Capitals(paper.Appendices[index].Title), SubjectSize, DecreePage.TextWidth),
        .. Ruled(DecreeStyles.AttachedTo, DecreeWording.AttachedTo(paper)),
        new Paragraph(Layout.Style(DecreeStyles.Recipient)),
    ];

    public static string Capitals(string text) => PartText.Clean(text).ToUpperInvariant();

    /// <summary>A block of centred lines that ends with its rule: the head of an appendix, or type and subject.</summary>
    public static IEnumerable<Paragraph> Ruled(string style, string text)
    {
        var clean = PartText.Clean(text);
        yield return Evenly(style, clean, SubjectSize, DecreePage.TextWidth);
        yield return Rule(ShortRule * Shown(clean, SubjectSize, DecreePage.TextWidth), DecreePage.TextWidth);
    }

    // What says all with its type has its rule there.
    private static IEnumerable<Paragraph> UnderType(string type, string subject) =>
        string.IsNullOrWhiteSpace(subject) ? [Rule(ShortRule * Shown(Capitals(type), SubjectSize, DecreePage.TextWidth), DecreePage.TextWidth)] : Ruled(DecreeStyles.Subject, subject);

    // The right column holds the quốc hiệu in one line also where a machine puts a wider face in the place of Times New Roman.
    private static int LeftWidth(int size) => DecreePage.TextWidth - (int)(WiderFaces * BoldText.Width(DecreeWording.NationalTitle, size));

    private static List<string> IssuingBodyLines(DecreePaper paper)
    {
        var last = paper.IssuingBodies.Count - 1;
        return [.. paper.IssuingBodies.Select((body, index) => Capitals(body) + (index < last ? " -" : ""))];
    }

    private static IEnumerable<Paragraph> Bodies(DecreePaper paper, List<string> bodies, int size, int width)
    {
        if (paper.GoverningBody is { } governing)
        {
            yield return Evenly(DecreeStyles.GoverningBody, Capitals(governing), size, width);
        }

        foreach (var body in bodies)
        {
            yield return Evenly(DecreeStyles.IssuingBody, body, size, width);
        }

        yield return Rule(ShortRule * bodies.Max(body => Shown(body, size, width)), width);
    }

    private static IEnumerable<Paragraph> Nation(int size, int width)
    {
        yield return Layout.Line(DecreeStyles.NationalTitle, DecreeWording.NationalTitle, size);
        yield return Layout.Line(DecreeStyles.Motto, DecreeWording.Motto, size + 1);
        yield return Rule(BoldText.Width(DecreeWording.Motto, size + 1), width);
    }

    private static IEnumerable<Paragraph> Addressees(DecreePaper paper)
    {
        if (paper.Addressees is [var only])
        {
            yield return Layout.Line(DecreeStyles.Addressee, PartText.Clean($"Kính gửi: {DecreeWording.Bare(only)}"));
            yield break;
        }

        if (paper.Addressees.Count > 0)
        {
            yield return Layout.Line(DecreeStyles.Addressee, "Kính gửi:");
        }

        for (var i = 0; i < paper.Addressees.Count; i++)
        {
            var end = i < paper.Addressees.Count - 1 ? ";" : ".";
            yield return Layout.Line(DecreeStyles.AddresseeLine, PartText.Clean($"- {DecreeWording.Bare(paper.Addressees[i])}{end}"));
        }
    }

    private static IEnumerable<Paragraph> NumberAndUrgency(DecreePaper paper, int width)
    {
        yield return Layout.Line(DecreeStyles.NumberLine, PartText.Clean(DecreeWording.NumberLine(paper.Number, paper.Symbol)));
        if (paper.TypeName is null)
        {
            yield return Evenly(DecreeStyles.LetterSubject, DecreeWording.LetterSubject(PartText.Clean(paper.Subject)), LetterSubjectSize, width);
        }

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

    // How wide the text stands on the page, in one line or several.
    private static int Shown(string text, int size, int width) => BoldText.EvenLines(text, size, width).Select(line => BoldText.Width(line, size)).DefaultIfEmpty().Max();

    // Lines are broken by hand, as a clerk does: the same in every face.
    private static Paragraph Evenly(string style, string text, int size, int width)
    {
        var lines = BoldText.EvenLines(text, size, width);
        var paragraph = Layout.Line(style, "", size);
        var letters = paragraph.GetFirstChild<Run>()!;
        letters.RemoveAllChildren<Text>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
            {
                letters.Append(new Break());
            }

            letters.Append(Layout.Words(i < lines.Count - 1 ? lines[i] + " " : lines[i]));
        }

        return paragraph;
    }

    // A rule of a given length in the middle of a given width.
    private static Paragraph Rule(double length, int width)
    {
        var side = Math.Max(0, (int)((width - length) / 2)).ToString(CultureInfo.InvariantCulture);
        return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DecreeStyles.Rule }, new Indentation { Left = side, Right = side }));
    }
}
