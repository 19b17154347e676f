using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Drawing.Layout;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using QRCoder;

namespace PhuSa.Documents.Certificates;

/// <summary>
/// Draws certificates as PDF, one on a lying A4 page each, with the place for signature and seal left open and the QR code of the check. PDFsharp keeps its
/// typefaces for the whole process and draws one document at a time.
/// </summary>
public static class CertificatePdf
{
    public const string ContentType = "application/pdf";

    private const double Margin = 42;
    private const double Frame = 24;
    private const double LabelWidth = 168;
    private const double QrSide = 92;

    /// <summary>Of a code that says more than an address, where the lines leave room: its squares are as large as of the other.</summary>
    private const double LargeQrSide = 124;

    /// <summary>The corner that a picture may fill, and what it takes from the room of the lines in the middle.</summary>
    private const double SampleSide = 104;

    private static readonly Lock One = new();

    /// <param name="madeAt">Stands in the file as the time it was made (UTC).</param>
    /// <param name="readFont">Reads a font file by its name; see <see cref="CertificateFonts"/>.</param>
    /// <returns>One page for each, in their order.</returns>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static byte[] Of(IReadOnlyList<CertificateSheet> sheets, DateTime madeAt, Func<string, byte[]> readFont)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        if (sheets.Count == 0)
        {
            throw new ArgumentException("There is no certificate to draw.", nameof(sheets));
        }

        lock (One)
        {
            GlobalFontSettings.FontResolver ??= new CertificateFonts(readFont);
            using var document = new PdfDocument();
            document.Info.Title = sheets.Count == 1 ? $"{sheets[0].Title} {sheets[0].Number.Words}".Trim() : sheets[0].Title;
            document.Info.Author = sheets[0].IssuedBy ?? "";
            document.Info.CreationDate = madeAt;
            document.Language = "vi-VN";
            foreach (var sheet in sheets)
            {
                var page = document.AddPage();
                (page.Size, page.Orientation) = (PageSize.A4, PageOrientation.Landscape);
                using var pen = XGraphics.FromPdfPage(page);
                new Sheet(pen, page.Width.Point, page.Height.Point).Draw(sheet);
            }

            using var file = new MemoryStream();
            document.Save(file);
            return file.ToArray();
        }
    }

    private sealed class Sheet(XGraphics pen, double width, double height)
    {
        private static readonly XBrush Ink = new XSolidBrush(XColor.FromArgb(0x1b, 0x2b, 0x27));
        private static readonly XPen Line = new(XColor.FromArgb(0x8a, 0x5a, 0x2b), 1.2);

        /// <summary>Of the lines, in points: the largest with which all of them stand above the code is taken.</summary>
        private static readonly double[] Sizes = [13, 12, 11, 10, 9];

        private double _y = Margin + 8;
        private double _middle = width - (2 * Margin) - 40;

        public void Draw(CertificateSheet sheet)
        {
            pen.DrawRectangle(Line, Frame, Frame, width - (2 * Frame), height - (2 * Frame));
            pen.DrawRectangle(new XPen(Line.Color, 0.4), Frame + 4, Frame + 4, width - (2 * Frame) - 8, height - (2 * Frame) - 8);
            Picture(sheet.Sample);
            Centred(sheet.IssuedBy?.ToUpperInvariant() ?? Open(40), Font(13, bold: true));
            _y += 10;
            Centred(sheet.Title.ToUpperInvariant(), Font(26, bold: true));
            Centred(sheet.Subtitle, Font(14));
            Centred($"{sheet.Number.Label}: {sheet.Number.Words ?? Open(24)}", Font(12));
            _y = Math.Max(_y + 8, sheet.Sample is null ? 0 : Margin + SampleSide + 12);
            var size = Sizes.Cast<double?>().FirstOrDefault(size => _y + Height(sheet.Lines, size!.Value) <= height - Margin - QrSide - 22) ?? Sizes[^1];
            foreach (var line in sheet.Lines)
            {
                Labelled(line, size);
            }

            Foot(sheet);
        }

        private double WordsRoom => width - (2 * Margin) - 60 - LabelWidth;

        private static double Gap(double size) => size >= 12 ? 3 : 1;

        private static XFont Font(double size, bool bold = false) => new(CertificateFonts.Family, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular);

        private static string Open(int dots) => new('.', dots);

        /// <summary>As large as its corner lets it be, in its own proportions.</summary>
        private void Picture(byte[]? sample)
        {
            if (sample is null)
            {
                return;
            }

            using var bytes = new MemoryStream(sample);
            using var picture = XImage.FromStream(bytes);
            var unit = SampleSide / Math.Max(picture.PixelWidth, picture.PixelHeight);
            var (wide, high) = (picture.PixelWidth * unit, picture.PixelHeight * unit);
            pen.DrawImage(picture, Margin + 12 + ((SampleSide - wide) / 2), Margin + 6 + ((SampleSide - high) / 2), wide, high);
            _middle = width - (2 * (Margin + 12 + SampleSide + 12));
        }

        /// <summary>As many lines as it takes, each in the middle.</summary>
        private void Centred(string words, XFont font)
        {
            foreach (var line in Lines(words, font, _middle))
            {
                pen.DrawString(line, font, Ink, new XRect(Margin, _y, width - (2 * Margin), font.Height), XStringFormats.TopCenter);
                _y += font.Height + 2;
            }
        }

        private double Height(IReadOnlyList<CertificateLine> lines, double size)
        {
            var font = Font(size, bold: true);
            return lines.Sum(line => (Lines(line.Words ?? Open(60), font, WordsRoom).Count() * (font.Height + 2)) + Gap(size));
        }

        private void Labelled(CertificateLine line, double size)
        {
            var (small, large) = (Font(size - 1), Font(size, bold: true));
            pen.DrawString(line.Label, small, Ink, new XPoint(Margin + 30, _y + large.GetHeight() - 3));
            foreach (var words in Lines(line.Words ?? Open(60), large, WordsRoom))
            {
                pen.DrawString(words, large, Ink, new XPoint(Margin + 30 + LabelWidth, _y + large.GetHeight() - 3));
                _y += large.Height + 2;
            }

            _y += Gap(size);
        }

        private void Foot(CertificateSheet sheet)
        {
            var dense = sheet.CheckAddress.Contains('#', StringComparison.Ordinal);
            var side = dense ? Math.Clamp(height - Margin - 22 - _y, QrSide, LargeQrSide) : QrSide;
            Qr(sheet.CheckAddress, dense ? QRCodeGenerator.ECCLevel.L : QRCodeGenerator.ECCLevel.M, side, Margin + 30, height - Margin - side - 18);
            var top = height - Margin - QrSide - 18;
            var small = Font(9.5);
            var beside = new XTextFormatter(pen);
            beside.DrawString(string.Join('\n', sheet.CheckWords), small, Ink, new XRect(Margin + 30 + side + 12, top + 8, 230, QrSide), XStringFormats.TopLeft);

            // A seal is about 36 mm across: it is given its room where the lines leave it.
            var right = new XRect(width - Margin - 290, Math.Max(_y + 4, top - 66), 270, 16);
            pen.DrawString(sheet.PlaceAndDay, Font(11), Ink, right, XStringFormats.TopCenter);
            right.Y += 18;
            pen.DrawString(sheet.Signer.ToUpperInvariant(), Font(11, bold: true), Ink, right, XStringFormats.TopCenter);
        }

        /// <summary>Squares of one colour beside each other are one rectangle: viewers show no gaps between them.</summary>
        private void Qr(string address, QRCodeGenerator.ECCLevel level, double side, double left, double top)
        {
            using var generator = new QRCodeGenerator();
            using var code = generator.CreateQrCode(address, level);
            var rows = code.ModuleMatrix;
            var unit = side / rows.Count;
            for (var y = 0; y < rows.Count; y++)
            {
                for (var x = 0; x < rows.Count; x++)
                {
                    var from = x;
                    while (x < rows.Count && rows[y][x])
                    {
                        x++;
                    }

                    if (x > from)
                    {
                        pen.DrawRectangle(XBrushes.Black, left + (from * unit), top + (y * unit), (x - from) * unit, unit + 0.02);
                    }
                }
            }
        }

        private IEnumerable<string> Lines(string words, XFont font, double room)
        {
            var line = "";
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && pen.MeasureString(longer, font).Width > room)
                {
                    yield return line;
                    longer = word;
                }

                line = longer;
            }

            yield return line;
        }
    }
}
