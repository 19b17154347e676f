using Microsoft.AspNetCore.Http;

namespace PhuSa.Platform.Web.Seals;

/// <summary>What may stand in a hole of a page.</summary>
public enum HoleKind
{
    /// <summary>A live number: digits with points between thousands.</summary>
    Number,

    /// <summary>The token of a form: letters, digits, “-” and “_”.</summary>
    Token,
}

/// <summary>A place where something stands that differs from answer to answer.</summary>
/// <param name="At">Where in the fixed text, that is, in the page without what stands in its holes.</param>
public sealed record Hole(int At, HoleKind Kind);

/// <summary>A stretch of the fixed text in which digits may be other digits: the moment at which the page was made.</summary>
public sealed record DigitSpan(int At, int Length);

/// <summary>What the product answers at an address just now, byte by byte, except for what stands in its holes.</summary>
/// <param name="Path">Root-relative; with the mark of the print view where that was asked for.</param>
/// <param name="Language">The language that the reader chose; null: none.</param>
/// <param name="Host">As it was asked for, with the port where there is one.</param>
/// <param name="Location">Where a redirect leads.</param>
/// <param name="Sha256">Of the fixed text, its digit spans filled with 0; 64 hexadecimal digits.</param>
/// <param name="Text">The fixed text itself, where it was asked for.</param>
public sealed record AnswerSeal(
    string Host,
    string Path,
    string? Language,
    int Status,
    string? Location,
    string? MediaType,
    string Sha256,
    long Length,
    IReadOnlyList<Hole> Holes,
    IReadOnlyList<DigitSpan> Digits,
    byte[]? Text);

/// <summary>Signs what the product says of its own answers.</summary>
public interface IAnswerSealer
{
    /// <summary>Writes the signed seal as the answer to this request.</summary>
    /// <param name="nonce">Of the asker, so that an old seal cannot be shown again.</param>
    Task AnswerAsync(HttpContext context, AnswerSeal seal, string nonce);
}
