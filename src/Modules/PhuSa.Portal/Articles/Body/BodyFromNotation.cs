using System.Net;
using System.Text;

namespace PhuSa.Portal.Articles.Body;

/// <summary>The small notation of <see cref="ArticleBody"/> as HTML: what imported cells and a browser without JavaScript bring.</summary>
internal static class BodyFromNotation
{
    /// <summary>Whether words have more than one paragraph, a heading or a list in them.</summary>
    public static bool IsMeant(string words) => ArticleBody.Read(words) is { Count: > 1 } or [{ Kind: not BlockKind.Paragraph }];

    public static string Html(string typed)
    {
        var html = new StringBuilder();
        foreach (var block in ArticleBody.Read(typed))
        {
            var (open, close) = block.Kind switch
            {
                BlockKind.Heading => ("<h2>", "</h2>"),
                BlockKind.List => ("<ul>", "</ul>"),
                _ => ("<p>", "</p>"),
            };
            html.Append(open);
            foreach (var line in block.Lines)
            {
                var words = string.Concat(line.Select(Written));
                html.Append(block.Kind == BlockKind.List ? $"<li>{words}</li>" : words);
            }

            html.Append(close);
        }

        return html.ToString();
    }

    private static string Written(Inline inline) => inline.Url is { } url
        ? $"""<a href="{WebUtility.HtmlEncode(url)}">{WebUtility.HtmlEncode(inline.Text)}</a>"""
        : WebUtility.HtmlEncode(inline.Text);
}
