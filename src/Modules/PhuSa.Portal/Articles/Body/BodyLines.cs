using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PhuSa.Portal.Articles.Body;

/// <summary>
/// A text as lines for somebody who compares two of them. What readers see differently or are led elsewhere by is written out: where a link goes, which
/// picture stands there and what is said of it, headings, lists and their numbers, raised and lowered letters.
/// </summary>
internal sealed class BodyLines
{
    private readonly StringBuilder _lines = new();

    public static string Of(string html)
    {
        using var document = new HtmlParser().ParseDocument("");
        var lines = new BodyLines();
        foreach (var node in new HtmlParser().ParseFragment(html, document.Body!))
        {
            lines.Write(node, "");
        }

        return string.Join('\n', lines._lines.ToString().Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0));
    }

    private void Write(INode node, string before)
    {
        if (node is not IElement element)
        {
            _lines.Append(string.Join(' ', node.TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
            return;
        }

        switch (element.LocalName)
        {
            case "h2" or "h3" or "h4":
                Block(element, before, new string('#', element.LocalName[1] - '0') + " ");
                break;
            case "p" or "figcaption" or "caption" or "figure":
                Block(element, before, "");
                break;
            case "blockquote":
                Block(element, before + "> ", "");
                break;
            case "ul" or "ol":
                List(element, before);
                break;
            case "tr":
                Row(element, before);
                break;
            case "br":
                _lines.Append('\n').Append(before);
                break;
            case "hr":
                _lines.Append('\n').Append(before).Append("———\n");
                break;
            default:
                Inline(element, before);
                break;
        }
    }

    private void Inside(IElement element, string before)
    {
        foreach (var child in element.ChildNodes)
        {
            Write(child, before);
        }
    }

    private void Block(IElement element, string before, string mark)
    {
        _lines.Append('\n').Append(before).Append(mark);
        Inside(element, before);
        _lines.Append('\n');
    }

    private void List(IElement list, string before)
    {
        var number = list.LocalName == "ol" && int.TryParse(list.GetAttribute("start"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var first) ? first : 1;
        foreach (var item in list.Children)
        {
            _lines.Append('\n').Append(before).Append(list.LocalName == "ol" ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ");
            foreach (var child in item.ChildNodes)
            {
                // The first words stand beside the mark.
                if (child is IElement { LocalName: "p" } words)
                {
                    Inside(words, before);
                    _lines.Append('\n');
                }
                else
                {
                    Write(child, before + "  ");
                }
            }
        }

        _lines.Append('\n');
    }

    private void Row(IElement row, string before)
    {
        _lines.Append('\n').Append(before).Append("| ");
        foreach (var cell in row.Children)
        {
            _lines.Append(string.Join(' ', Of(cell.InnerHtml).Split('\n'))).Append(cell.LocalName == "th" ? " ‖ " : " | ");
        }

        _lines.Append('\n');
    }

    private void Inline(IElement element, string before)
    {
        var (open, close) = element.LocalName switch
        {
            "a" => ("[", $"]({element.GetAttribute("href")})"),
            "img" => ($"[🖼 {element.GetAttribute("alt")}]({element.GetAttribute("src")})", ""),
            "strong" or "b" => ("**", "**"),
            "em" or "i" => ("*", "*"),
            "sup" => ("^(", ")"),
            "sub" => ("_(", ")"),
            _ => ("", ""),
        };
        _lines.Append(open);
        Inside(element, before);
        _lines.Append(close);
    }
}
