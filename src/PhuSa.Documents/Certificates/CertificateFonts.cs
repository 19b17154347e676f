using PdfSharp.Fonts;

namespace PhuSa.Documents.Certificates;

/// <summary>The typeface of certificates, embedded in each: what is read is the same on every machine.</summary>
/// <param name="read">Reads <c>tinos-400.ttf</c> and <c>tinos-700.ttf</c>.</param>
internal sealed class CertificateFonts(Func<string, byte[]> read) : IFontResolver
{
    public const string Family = "Tinos";

    private const string Regular = "tinos-400.ttf";
    private const string Bold = "tinos-700.ttf";

    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? Bold : Regular);

    public byte[]? GetFont(string faceName) => read(faceName);
}
