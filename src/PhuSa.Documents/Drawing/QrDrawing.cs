using System.Globalization;
using System.Text;
using QRCoder;

namespace PhuSa.Documents.Drawing;

/// <summary>A QR code as one path of an SVG: nothing inline but a drawing, so the content policy stands.</summary>
public sealed record QrDrawing(int Size, string Path)
{
    /// <summary>For print that gets scratched.</summary>
    public static QrDrawing Of(string text) => Of(text, QRCodeGenerator.ECCLevel.M);

    /// <summary>For a long text: larger squares in the same room serve a phone better than spare ones.</summary>
    public static QrDrawing Dense(string text) => Of(text, QRCodeGenerator.ECCLevel.L);

    private static QrDrawing Of(string text, QRCodeGenerator.ECCLevel level)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, level);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Length; x++)
            {
                var from = x;
                while (x < row.Length && row[x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }
        }

        return new QrDrawing(code.ModuleMatrix.Count, path.ToString());
    }
}
