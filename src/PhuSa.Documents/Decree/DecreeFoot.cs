using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PhuSa.Documents.Packaging;

namespace PhuSa.Documents.Decree;

/// <summary>End of a paper: nơi nhận on the left, the signature on the right; the signatures of a joint paper stand side by side above nơi nhận.</summary>
internal static class DecreeFoot
{
    private const int RecipientsWidth = 4300;

    public static IEnumerable<OpenXmlElement> Write(DecreePaper paper)
    {
        // Keeps the table away from the text by twelve points.
        yield return new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = DecreeStyles.Recipient },
            new KeepNext(),
            new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Exact }));

        if (paper.Signatures.Count <= 1)
        {
            const int right = DecreePage.TextWidth - RecipientsWidth;
            yield return Row([RecipientsWidth, right], [Recipients(paper), Signature(paper.Signatures is [var only] ? only : new DecreeSignature(), right)]);
        }
        else
        {
            // The leading body signs on the right, the others to its left.
            var width = DecreePage.TextWidth / paper.Signatures.Count;
            var widths = Enumerable.Repeat(width, paper.Signatures.Count).ToArray();
            yield return Row(widths, [.. paper.Signatures.Reverse().Select(signature => Signature(signature, width))]);
            yield return new Paragraph(Layout.Style(DecreeStyles.Recipient));
            yield return Row([DecreePage.TextWidth], [Recipients(paper, DecreePage.TextWidth)]);
        }

        // A document cannot end with a table; this line takes one point.
        yield return new Paragraph(new ParagraphProperties(
            new ParagraphStyleId { Val = DecreeStyles.Recipient },
            new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact }));
    }

    private static Table Row(int[] widths, TableCell[] cells) =>
        new([.. Layout.PlainTable(widths), new TableRow([new TableRowProperties(new CantSplit()), .. cells])]);

    private static TableCell Recipients(DecreePaper paper, int width = RecipientsWidth)
    {
        var cell = Layout.Cell(width);
        cell.Append(Layout.Line(DecreeStyles.RecipientsHeading, "Nơi nhận:"));
        cell.Append(DecreeWording.RecipientLines(paper).Select(line => Layout.Line(DecreeStyles.Recipient, PartText.Clean(line))));
        return cell;
    }

    private static TableCell Signature(DecreeSignature signature, int width)
    {
        var cell = Layout.Cell(width);
        foreach (var line in new[] { signature.Authority, signature.Position })
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                cell.Append(Layout.Line(DecreeStyles.Signature, DecreeHead.Capitals(line)));
            }
        }

        cell.Append(Layout.Line(DecreeStyles.SignerName, PartText.Clean(signature.Name ?? "")));
        return cell;
    }
}
