using System.Text.RegularExpressions;
using PhuSa.Documents.Decree;

namespace PhuSa.Papers.Printing;

/// <summary>Reads the text of a paper as clerks write it, one paragraph a line, into the pieces that the decree lays out.</summary>
internal static partial class PaperBody
{
    public static IReadOnlyList<DecreeBlock> Read(string? text)
    {
        var blocks = new List<DecreeBlock>();
        var items = new List<IReadOnlyList<DecreeRun>>();
        foreach (var line in Based((text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                items.Add([line[2..].Trim()]);
                continue;
            }

            Close(blocks, items);
            blocks.Add(Block(line));
        }

        Close(blocks, items);
        return blocks;
    }

    /// <summary>Phụ lục I: each basis of a paper ends with a semicolon, the last with a full stop. Bases stand together; a later line with these words is text.</summary>
    private static string[] Based(string[] lines)
    {
        var first = Array.FindIndex(lines, line => Basis.IsMatch(line));
        for (var i = first; i >= 0 && i < lines.Length && Basis.IsMatch(lines[i]); i++)
        {
            var isLast = i + 1 == lines.Length || !Basis.IsMatch(lines[i + 1]);
            lines[i] = lines[i].EndsWith(':') ? lines[i] : lines[i].TrimEnd(';', ',', '.', ' ') + (isLast ? "." : ";");
        }

        return lines;
    }

    private static void Close(List<DecreeBlock> blocks, List<IReadOnlyList<DecreeRun>> items)
    {
        if (items.Count > 0)
        {
            blocks.Add(new DecreeList([.. items]));
            items.Clear();
        }
    }

    private static DecreeBlock Block(string line)
    {
        if (Chapter.IsMatch(line))
        {
            return new DecreeChapter(line);
        }

        // “Điều 1.” is bold and what it says upright; “1. Tình hình chung” is a heading, “1. Sở có trách nhiệm …;” a clause.
        if (Article.Match(line) is { Success: true } article)
        {
            return new DecreeParagraph(new DecreeRun(article.Value, Bold: true), line[article.Length..]);
        }

        if (Numbered.IsMatch(line) && !Ended.IsMatch(line))
        {
            return new DecreeHeading(line);
        }

        return Order.IsMatch(line) ? new DecreeOrder(line)
            : Basis.IsMatch(line) ? new DecreeParagraph(new DecreeRun(line, Italic: true))
            : new DecreeParagraph(line);
    }

    [GeneratedRegex(@"^[IVX]+\. ", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Chapter { get; }

    [GeneratedRegex(@"^Điều \d+\.", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Article { get; }

    [GeneratedRegex(@"^\d+(\.\d+)*\. ", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Numbered { get; }

    [GeneratedRegex(@"[.;:]$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Ended { get; }

    [GeneratedRegex(@"^\p{Lu}[\p{Lu} ]+:$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Order { get; }

    [GeneratedRegex(@"^(Xét: |(Căn cứ|Theo đề nghị|Xét đề nghị|Xét hồ sơ|Xét Tờ trình) )", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Basis { get; }
}
