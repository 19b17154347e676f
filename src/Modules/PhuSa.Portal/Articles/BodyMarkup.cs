using Microsoft.AspNetCore.Html;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Portal.Articles;

/// <summary>An article's text as it is written into a page. Words are always encoded.</summary>
internal static class BodyMarkup
{
    /// <param name="figures">Links by review and code; what is not there is “chưa có dữ liệu”.</param>
    public static IHtmlContent Render(IEnumerable<Block> blocks, IReadOnlyDictionary<string, IReadOnlyDictionary<string, FigureLink>> figures, Texts texts)
    {
        var page = new HtmlContentBuilder();
        foreach (var block in blocks)
        {
            var (open, close) = block.Kind switch
            {
                BlockKind.Heading => ("<h2>", "</h2>\n"),
                BlockKind.List => ("<ul>", "</ul>\n"),
                _ => ("<p>", "</p>\n"),
            };
            page.AppendHtml(open);
            foreach (var line in block.Lines)
            {
                Write(page, line, block.Kind == BlockKind.List, figures, texts);
            }

            page.AppendHtml(close);
        }

        return page;
    }

    private static void Write(HtmlContentBuilder page, IReadOnlyList<Inline> line, bool item, IReadOnlyDictionary<string, IReadOnlyDictionary<string, FigureLink>> figures, Texts texts)
    {
        if (item)
        {
            page.AppendHtml("<li>");
        }

        foreach (var inline in line)
        {
            _ = inline switch
            {
                { Url: { } url } => page.AppendMarkup("""<a href="{0}">{1}</a>""", url, inline.Text),
                { Review: { } review, Figure: { } code } => page.AppendHtml(FigureMarkup.Link(figures.GetValueOrDefault(review)?.GetValueOrDefault(code), texts, inText: true)),
                _ => page.Append(inline.Text),
            };
        }

        if (item)
        {
            page.AppendHtml("</li>");
        }
    }
}
