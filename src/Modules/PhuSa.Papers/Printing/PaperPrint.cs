using PhuSa.Documents.Decree;
using PhuSa.Papers.Books;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Vietnamese;

namespace PhuSa.Papers.Printing;

/// <summary>A paper as the decree lays it out; what is not known yet is an open place. Word and PDF are both made from it.</summary>
internal static class PaperPrint
{
    private const string To = "Kính gửi:";

    /// <summary>What papers are called that the decree does not name.</summary>
    private static readonly string[] OtherTypes = ["Giấy chứng nhận", "Giấy xác nhận", "Giấy khen", "Giấy phép", "Bằng khen", "Chứng chỉ"];

    public static DecreePaper Of(Paper paper, PaperBook book, string issuer, string? governing, int year)
    {
        var (addressees, text) = Addressed(paper.Body);
        var (type, subject) = Named(paper);
        return new()
        {
            GoverningBody = governing,
            IssuingBodies = [issuer],
            Number = paper.BookNumber,
            Symbol = book.IsLegal ? $"{paper.BookYear ?? year}/{PaperSymbol.Open(paper.Kind, book.Symbol, paper.UnitSymbol)}" : PaperSymbol.Open(paper.Kind, book.Symbol, paper.UnitSymbol),
            Place = paper.Place ?? "…………",
            Date = paper.SignedOn.From,
            Year = paper.BookYear ?? year,
            TypeName = type,
            Subject = subject,
            Addressees = addressees,
            Blocks = PaperBody.Read(Worded(text, paper.Amount)),
            Recipients = Lines(paper.Recipients),
            Filing = paper.Filing ?? "VT",
            Signatures = paper.Signature is { } signature ? [new(signature.AuthorityLine, signature.PositionLine, signature.Name)] : [],
        };
    }

    /// <summary>Only a letter has its subject under the number (Phụ lục I). A paper of a kind that the decree does not name says itself what it is.</summary>
    private static (string? Type, string Subject) Named(Paper paper)
    {
        if (paper.Kind is PaperKind.Letter or PaperKind.PublicLetter)
        {
            return (null, paper.Title);
        }

        if (paper.Kind != PaperKind.Other)
        {
            return (PaperWords.Of(paper.Kind), paper.Title);
        }

        var type = Array.Find(OtherTypes, known => paper.Title.StartsWith(known, StringComparison.OrdinalIgnoreCase) && (paper.Title.Length == known.Length || paper.Title[known.Length] == ' '));
        return type is null ? (paper.Title, "") : (type, paper.Title[type.Length..].Trim());
    }

    /// <summary>The amount in figures is followed by its words; a text that does not name it says it at its end.</summary>
    private static string? Worded(string? text, long? amount)
    {
        if (amount is not { } sum || text?.Contains(Dong.Words(sum), StringComparison.OrdinalIgnoreCase) == true)
        {
            return text;
        }

        var (figures, words) = (Dong.WithUnit(sum), $" (bằng chữ: {Dong.Words(sum)})");
        for (var at = text?.IndexOf(figures, StringComparison.Ordinal) ?? -1; at >= 0; at = text!.IndexOf(figures, at + 1, StringComparison.Ordinal))
        {
            // “21.500.000 đồng” does not name 1.500.000.
            if (at == 0 || (!char.IsAsciiDigit(text![at - 1]) && text[at - 1] != '.'))
            {
                return text!.Insert(at + figures.Length, words);
            }
        }

        return $"{text}\nSố tiền: {figures}{words}.";
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
