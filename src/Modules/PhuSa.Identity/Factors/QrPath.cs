using System.Text;
using QRCoder;

namespace PhuSa.Identity.Factors;

/// <summary>A QR code as one path of an SVG: nothing inline but a drawing, so the content policy stands.</summary>
internal sealed record QrPath(int Size, string Path)
{
    public static QrPath Of(string text)
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
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return new QrPath(code.ModuleMatrix.Count, path.ToString());
    }
}
