using System.Globalization;
using System.Text;
using QRCoder;

namespace PhuSa.Documents.Drawing;

/// <summary>A QR code as one path of an SVG: nothing inline but a drawing, so the content policy stands.</summary>
public sealed record QrDrawing(int Size, string Path)
{
    public static QrDrawing Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrDrawing(code.ModuleMatrix.Count, path.ToString());
    }
}
