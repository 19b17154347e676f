using System.Text.RegularExpressions;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Articles;

internal enum BlockKind
{
    Paragraph,
    Heading,
    List,
}

/// <summary>A piece of a line: words, a link, or a figure.</summary>
/// <param name="Text">The words; for a figure the token as it was typed.</param>
/// <param name="Url">Set on a link.</param>
/// <param name="Review">Set on a figure: slug of the review.</param>
/// <param name="Figure">Set on a figure: its code.</param>
internal sealed record Inline(string Text, string? Url = null, string? Review = null, string? Figure = null);

/// <summary>A paragraph or a heading has one line; a list has one line for each of its items.</summary>
internal sealed record Block(BlockKind Kind, IReadOnlyList<IReadOnlyList<Inline>> Lines);

/// <summary>
/// The small notation in which an article's text is kept in one cell: a blank line ends a paragraph, “## ” opens a heading,
/// “- ” a list item, [words](/address) a link, {review/figure} a figure. Everything else is words: no HTML passes.
/// </summary>
internal static partial class ArticleBody
{
    public static IReadOnlyList<Block> Read(string body)
    {
        var blocks = new List<Block>();
        foreach (var part in BlankLines.Split(body.ReplaceLineEndings("\n").Trim('\n')))
        {
            Read(part.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), blocks);
        }

        return blocks;
    }

    /// <summary>What an import has to refuse, in Vietnamese; null when all links may be written into a page.</summary>
    public static string? Problem(string body)
    {
        var bad = AnyLink.Matches(body).Select(match => match.Groups["url"].Value).FirstOrDefault(url => !LocalAddress.OrHttps(url) || url.Any(char.IsWhiteSpace));
        return bad is null ? null : $"có liên kết “{bad}” không được nhận; liên kết phải bắt đầu bằng / (trong trang này) hoặc https://, không có dấu cách";
    }

    private static void Read(string[] lines, List<Block> blocks)
    {
        for (var at = 0; at < lines.Length;)
        {
            var kind = KindOf(lines[at]);
            var taken = kind == BlockKind.Heading ? 1 : lines.Skip(at).TakeWhile(line => KindOf(line) == kind).Count();
            var own = lines[at..(at + taken)];
            blocks.Add(kind switch
            {
                BlockKind.Heading => new Block(kind, [Inlines(own[0][3..])]),
                BlockKind.List => new Block(kind, [.. own.Select(line => Inlines(line[2..]))]),
                _ => new Block(kind, [Inlines(string.Join(' ', own))]),
            });
            at += taken;
        }
    }

    private static BlockKind KindOf(string line) =>
        line.StartsWith("## ", StringComparison.Ordinal) ? BlockKind.Heading
        : line.StartsWith("- ", StringComparison.Ordinal) ? BlockKind.List
        : BlockKind.Paragraph;

    private static List<Inline> Inlines(string line)
    {
        var inlines = new List<Inline>();
        var at = 0;
        foreach (Match match in Marked.Matches(line))
        {
            var url = match.Groups["url"].Success ? match.Groups["url"].Value : null;
            if (url is not null && !LocalAddress.OrHttps(url))
            {
                continue;
            }

            AddWords(inlines, line[at..match.Index]);
            inlines.Add(url is not null
                ? new Inline(match.Groups["words"].Value, Url: url)
                : new Inline(match.Value, Review: match.Groups["review"].Value, Figure: match.Groups["figure"].Value));
            at = match.Index + match.Length;
        }

        AddWords(inlines, line[at..]);
        return inlines;
    }

    private static void AddWords(List<Inline> inlines, string words)
    {
        if (words.Length > 0)
        {
            inlines.Add(new Inline(words));
        }
    }

    [GeneratedRegex(@"\n[\t ]*\n", RegexOptions.NonBacktracking)]
    private static partial Regex BlankLines { get; }

    [GeneratedRegex(@"\[(?<words>[^\[\]]+)\]\((?<url>[^()\s]+)\)|\{(?<review>[a-z0-9-]+)/(?<figure>[a-z0-9.-]+)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Marked { get; }

    [GeneratedRegex(@"\]\((?<url>[^)]*)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AnyLink { get; }
}
