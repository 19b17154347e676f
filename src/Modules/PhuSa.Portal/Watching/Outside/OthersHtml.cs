using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PhuSa.Portal.Watching.Outside;

/// <summary>
/// HTML that may have been made by somebody who wishes us ill. A page of a million elements in one another would take hours to read, and bring the
/// process down where it is written out again.
/// </summary>
internal static class OthersHtml
{
    private const int MostLetters = 8 * 1024 * 1024;
    private const int MostTags = 60_000;
    private const int MostLevels = 200;

    /// <returns>Null where it is larger or deeper than any page of ours.</returns>
    public static IHtmlDocument? Parse(string html)
    {
        if (html.Length > MostLetters || html.AsSpan().Count('<') > MostTags)
        {
            return null;
        }

        var document = new HtmlParser().ParseDocument(html);
        return Levels(document) > MostLevels ? null : document;
    }

    public static int Levels(INode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var (node, level, deepest) = (root, 0, 0);
        while (true)
        {
            if (node.FirstChild is { } child)
            {
                node = child;
                deepest = Math.Max(deepest, ++level);
                continue;
            }

            while (node != root && node.NextSibling is null)
            {
                node = node.Parent!;
                level--;
            }

            if (node == root)
            {
                return deepest;
            }

            node = node.NextSibling!;
        }
    }
}
