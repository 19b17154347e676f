using AngleSharp.Dom;
using PhuSa.Platform.Web;

namespace PhuSa.Portal.Articles.Body;

/// <summary>Gives a text the one shape that pages and the editor share: blocks at the top, images in figures, no empty pieces.</summary>
internal static class BodyShape
{
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        // The page's title is its h1; below h4 nobody sees a difference.
        ["h1"] = "h2",
        ["h5"] = "h4",
        ["h6"] = "h4",
        ["b"] = "strong",
        ["i"] = "em",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal) { "p", "h2", "h3", "h4", "ul", "ol", "blockquote", "hr", "figure", "table" };

    /// <returns>How many pictures were left out: <see cref="Foreign"/>.</returns>
    public static int Settle(IElement body)
    {
        Rename(body);
        Links(body);
        var leftOut = Foreign(body);
        Images(body);
        Orphans(body);
        Inside(body);
        Notation(body);
        foreach (var holder in body.QuerySelectorAll("blockquote").Prepend(body).ToList())
        {
            Wrap(holder);
        }

        Empty(body);
        return leftOut;
    }

    private static void Rename(IElement body)
    {
        foreach (var element in body.QuerySelectorAll(string.Join(',', Renamed.Keys)).ToList())
        {
            var other = body.Owner!.CreateElement(Renamed[element.LocalName]);
            Move(element, other);
            element.Replace(other);
        }
    }

    /// <summary>A link to nowhere is its words alone.</summary>
    private static void Links(IElement body)
    {
        foreach (var link in body.QuerySelectorAll("a").ToList())
        {
            var address = link.GetAttribute("href")?.Trim();
            foreach (var attribute in link.Attributes.Select(a => a.Name).ToList())
            {
                link.RemoveAttribute(attribute);
            }

            if (address is null || !Leads(address))
            {
                Unwrap(link);
                continue;
            }

            link.SetAttribute("href", address);
        }
    }

    private static bool Leads(string address) =>
        LocalAddress.Is(address)
        || (address.StartsWith('#') && address.Length > 1)
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel" && !address.Any(char.IsControl));

    /// <summary>Only images of the house stay; a picture of elsewhere would tell others who reads what.</summary>
    private static int Foreign(IElement body)
    {
        var foreign = body.QuerySelectorAll("img").Where(image => !LocalAddress.Is(image.GetAttribute("src"))).ToList();
        foreign.ForEach(image => image.Remove());
        return foreign.Count;
    }

    /// <summary>Each image is the one of a figure.</summary>
    private static void Images(IElement body)
    {
        foreach (var image in body.QuerySelectorAll("img").ToList())
        {
            image.SetAttribute("alt", image.GetAttribute("alt")?.Trim() ?? "");
            if (image.Closest("figure") is null)
            {
                var top = Top(body, image);
                var figure = body.Owner!.CreateElement("figure");
                body.InsertBefore(figure, top);
                figure.AppendChild(image);
            }
        }

        foreach (var figure in body.QuerySelectorAll("figure").ToList())
        {
            if (figure.QuerySelector("img") is null)
            {
                Unwrap(figure);
                continue;
            }

            Tidy(figure);
            if (figure.ParentElement != body)
            {
                body.InsertBefore(figure, Top(body, figure));
            }
        }
    }

    /// <summary>A figure holds one image and its caption, nothing else.</summary>
    private static void Tidy(IElement figure)
    {
        var image = figure.QuerySelector("img")!;
        var caption = figure.QuerySelector("figcaption")?.TextContent.Trim();
        foreach (var further in figure.QuerySelectorAll("img").Skip(1).ToList())
        {
            var own = figure.Owner!.CreateElement("figure");
            own.AppendChild(further);
            figure.After(own);
        }

        foreach (var child in figure.ChildNodes.ToList())
        {
            child.RemoveFromParent();
        }

        figure.AppendChild(image);
        if (!string.IsNullOrEmpty(caption))
        {
            var line = figure.Owner!.CreateElement("figcaption");
            line.TextContent = caption;
            figure.AppendChild(line);
        }
    }

    /// <summary>Pieces of a table or list without the table or list around them are paragraphs.</summary>
    private static void Orphans(IElement body)
    {
        foreach (var piece in body.QuerySelectorAll("figcaption, li, caption, thead, tbody, tfoot, tr, th, td").ToList())
        {
            var holder = piece.LocalName switch
            {
                "figcaption" => "figure",
                "li" => "ul, ol",
                _ => "table",
            };
            if (piece.ParentElement?.Closest(holder) is null)
            {
                Unwrap(piece);
            }
        }
    }

    /// <summary>A block inside a line of words would be read as two: the line's own element gives way.</summary>
    private static void Inside(IElement body)
    {
        foreach (var line in body.QuerySelectorAll("strong, em, sub, sup, a, p, h2, h3, h4, caption").Reverse().ToList())
        {
            if (line.QuerySelectorAll("*").Any(child => Blocks.Contains(child.LocalName)))
            {
                Unwrap(line);
            }
        }
    }

    /// <summary>
    /// Who edits without JavaScript sees the elements of the text and goes on below them as in a new one, with empty lines, “## ” and “- ”: words between
    /// the blocks of the whole text that are written so are read so.
    /// </summary>
    private static void Notation(IElement body)
    {
        foreach (var words in body.ChildNodes.OfType<IText>().Where(text => IsAlone(text) && BodyFromNotation.IsMeant(text.Data)).ToList())
        {
            var read = body.Owner!.CreateElement("div");
            read.InnerHtml = BodyFromNotation.Html(words.Data);
            foreach (var block in read.ChildNodes.ToList())
            {
                body.InsertBefore(block, words);
            }

            words.RemoveFromParent();
        }
    }

    /// <summary>Between blocks, and not a piece of a line with other elements in it.</summary>
    private static bool IsAlone(IText text) => IsEdge(text.PreviousSibling) && IsEdge(text.NextSibling);

    private static bool IsEdge(INode? beside) => beside is null || (beside is IElement element && Blocks.Contains(element.LocalName));

    /// <summary>Words that stand between blocks become paragraphs.</summary>
    private static void Wrap(IElement holder)
    {
        IElement? paragraph = null;
        foreach (var node in holder.ChildNodes.ToList())
        {
            if (node is IElement element && Blocks.Contains(element.LocalName))
            {
                paragraph = null;
            }
            else if (node.NodeType == NodeType.Comment || (paragraph is null && node is IText text && string.IsNullOrWhiteSpace(text.Data)))
            {
                node.RemoveFromParent();
            }
            else
            {
                if (paragraph is null)
                {
                    paragraph = holder.Owner!.CreateElement("p");
                    holder.InsertBefore(paragraph, node);
                }

                paragraph.AppendChild(node);
            }
        }
    }

    private static void Empty(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("p, h2, h3, h4, li, ul, ol, blockquote, strong, em, sub, sup, a").Reverse().ToList())
        {
            var inCell = element.LocalName == "p" && element.ParentElement?.LocalName is "td" or "th";
            if (!inCell && string.IsNullOrWhiteSpace(element.TextContent) && element.QuerySelector("img, table, hr") is null)
            {
                element.Remove();
            }
        }

        foreach (var table in body.QuerySelectorAll("table").Where(table => table.QuerySelector("td, th") is null).ToList())
        {
            table.Remove();
        }
    }

    private static INode Top(IElement body, INode node)
    {
        while (node.Parent != body)
        {
            node = node.Parent!;
        }

        return node;
    }

    private static void Unwrap(IElement element)
    {
        foreach (var child in element.ChildNodes.ToList())
        {
            element.Before(child);
        }

        element.Remove();
    }

    private static void Move(IElement from, IElement to)
    {
        foreach (var child in from.ChildNodes.ToList())
        {
            to.AppendChild(child);
        }
    }
}
