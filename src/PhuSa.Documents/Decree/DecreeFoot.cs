using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PhuSa.Documents.Packaging;

namespace PhuSa.Documents.Decree;

/// <summary>End of a paper: nơi nhận on the left, the signature on the right; the signatures of a joint paper stand side by side above nơi nhận.</summary>
internal static class DecreeFoot
{
    private const int RecipientsWidth = 4300;

    // The place of what is not known yet: it is seen, and a clerk types over it.
    private const string OpenPlace = "…………………………";

    // A signature that stands alone on a page could belong to any paper.
    private const int LinesBefore = 2;

    /// <summary>The text and its end, which stay on one page with the last lines of the text.</summary>
    public static IEnumerable<OpenXmlElement> After(IReadOnlyList<OpenXmlElement> text, DecreePaper paper)
    {
        LastLines.Keep(text, LinesBefore);
        return text.Concat(Write(paper));
    }

    private static IEnumerable<OpenXmlElement> Write(DecreePaper paper)
    {
        // Keeps the table away from the text by twelve points.
        yield return Spacer();

        var signatures = Signatures(paper);
        if (signatures is [var only])
        {
            const int right = DecreePage.TextWidth - RecipientsWidth;
            yield return Row([RecipientsWidth, right], [Recipients(paper), Signature(only, right)]);
        }
        else
        {
            // The leading body signs on the right, the others to its left.
            var width = DecreePage.TextWidth / signatures.Count;
            var widths = Enumerable.Repeat(width, signatures.Count).ToArray();
            yield return Row(widths, [.. signatures.Reverse().Select(signature => Signature(signature, width))]);
            yield return Spacer();
            yield return Row([DecreePage.TextWidth], [Recipients(paper, DecreePage.TextWidth)]);
        }
    }

    // Every body of a joint paper signs; one whose signature is not known is named above its open place.
    private static IReadOnlyList<DecreeSignature> Signatures(DecreePaper paper)
    {
        var missing = paper.IssuingBodies.Skip(paper.Signatures.Count);
        return [.. paper.Signatures, .. missing.Select(body => new DecreeSignature(paper.IssuingBodies.Count > 1 ? body : null))];
    }

    private static Paragraph Spacer() => new(new ParagraphProperties(
        new ParagraphStyleId { Val = DecreeStyles.Recipient },
        new KeepNext(),
        new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Exact }));

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
        if (!string.IsNullOrWhiteSpace(signature.Authority))
        {
            cell.Append(Layout.Line(DecreeStyles.Signature, DecreeHead.Capitals(signature.Authority)));
        }

        cell.Append(Layout.Line(DecreeStyles.Signature, string.IsNullOrWhiteSpace(signature.Position) ? OpenPlace : DecreeHead.Capitals(signature.Position)));
        cell.Append(Layout.Line(DecreeStyles.SignerName, string.IsNullOrWhiteSpace(signature.Name) ? OpenPlace : PartText.Clean(signature.Name)));
        return cell;
    }
}
