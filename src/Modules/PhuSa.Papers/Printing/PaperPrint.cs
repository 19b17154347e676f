using PhuSa.Documents.Decree;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;

namespace PhuSa.Papers.Printing;

/// <summary>A paper as the decree lays it out; what is not known yet is an open place. Word and PDF are both made from it.</summary>
internal static class PaperPrint
{
    private const string To = "Kính gửi:";

    public static DecreePaper Of(Paper paper, PaperBook book, string issuer, string? governing, int year)
    {
        var (addressees, text) = Addressed(paper.Body);
        return new()
        {
            GoverningBody = governing,
            IssuingBodies = [issuer],
            Number = paper.BookNumber,
            Symbol = book.IsLegal ? $"{paper.BookYear ?? year}/{PaperSymbol.Open(paper.Kind, book.Symbol, paper.UnitSymbol)}" : PaperSymbol.Open(paper.Kind, book.Symbol, paper.UnitSymbol),
            Place = paper.Place ?? "…………",
            Date = paper.SignedOn.From,
            Year = paper.BookYear ?? year,
            TypeName = paper.Kind is PaperKind.Letter or PaperKind.PublicLetter or PaperKind.Other ? null : PaperWords.Of(paper.Kind),
            Subject = paper.Title,
            Addressees = addressees,
            Blocks = PaperBody.Read(text),
            Recipients = Lines(paper.Recipients),
            Filing = paper.Filing ?? "VT",
            Signatures = paper.Signature is { } signature ? [new(signature.AuthorityLine, signature.PositionLine, signature.Name)] : [],
        };
    }

    /// <summary>“Kính gửi: …” at the beginning of a text: in the line itself, or as dashes below it.</summary>
    private static (IReadOnlyList<string> Addressees, string? Text) Addressed(string? body)
    {
        var lines = Lines(body);
        if (lines.Length == 0 || !lines[0].StartsWith(To, StringComparison.OrdinalIgnoreCase))
        {
            return ([], body);
        }

        if (lines[0][To.Length..].Trim() is { Length: > 0 } only)
        {
            return ([only], string.Join('\n', lines.Skip(1)));
        }

        // Without dashes nobody can say where the addressees end: the words stay as they were written.
        var several = lines.Skip(1).TakeWhile(line => line.StartsWith('-')).ToList();
        return several.Count == 0 ? ([], body) : (several, string.Join('\n', lines.Skip(1 + several.Count)));
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
