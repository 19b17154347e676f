using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html;
using Microsoft.AspNetCore.Html;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Portal.Articles.Body;

/// <summary>Writes a cleaned text down, and writes it into a page with the figures that it names.</summary>
internal static partial class BodyMarks
{
    /// <summary>None of the patterns goes back over what it has read; they are asked at every page.</summary>
    public const int MostMilliseconds = 1_000;

    /// <summary>How wide a picture of a text is shown.</summary>
    public const string PictureSizes = "(min-width: 64rem) 46rem, 100vw";

    /// <summary>Letters before a picture that a small screen shows at once, so it is fetched at once too.</summary>
    private const int AtTheTop = 300;

    /// <summary>
    /// Marks links that lead elsewhere and gives each table a frame that scrolls. A brace inside an attribute is written as a
    /// character reference, so that every {review/code} of the stored text stands between elements.
    /// </summary>
    public static string Written(IElement body)
    {
        foreach (var link in body.QuerySelectorAll("a[href^='http']"))
        {
            link.SetAttribute("rel", "external noopener");
        }

        foreach (var table in body.QuerySelectorAll("table").Where(table => table.ParentElement == body).ToList())
        {
            var frame = body.Owner!.CreateElement("div");
            frame.SetAttribute("class", "ps-wide");
            frame.SetAttribute("role", "region");
            frame.SetAttribute("tabindex", "0");
            frame.SetAttribute("aria-label", table.QuerySelector("caption")?.TextContent.Trim() is { Length: > 0 } name ? name : "Bảng");
            table.Before(frame);
            frame.AppendChild(table);
        }

        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var child in body.ChildNodes)
        {
            child.ToHtml(writer, BracesAside.Formatter);
        }

        return writer.ToString();
    }

    /// <summary>The text for a page; what a review does not say is “chưa có dữ liệu”.</summary>
    /// <param name="html">As <see cref="BodyHtml.Clean"/> gave it.</param>
    /// <param name="pictures">Those of the text that have sizes; the others stand as they are written.</param>
    public static IHtmlContent Render(string html, IReadOnlyDictionary<string, IReadOnlyDictionary<string, FigureLink>> figures, IReadOnlyDictionary<Guid, FilePicture> pictures, Texts texts)
    {
        var page = new HtmlContentBuilder();
        var at = 0;
        foreach (var (start, end, write) in FigureMark.In(html).Select(mark => (mark.Start, mark.End, Figure(mark))).Concat(Pictures(html, pictures)).OrderBy(piece => piece.Start))
        {
            page.AppendHtml(html[at..start]);
            write(page);
            at = end;
        }

        return page.AppendHtml(html[at..]);

        Action<HtmlContentBuilder> Figure(FigureMark mark) =>
            into => into.AppendHtml(FigureMarkup.Link(figures.GetValueOrDefault(mark.Named.Review)?.GetValueOrDefault(mark.Named.Code), texts, inText: true));
    }

    private static IEnumerable<(int Start, int End, Action<HtmlContentBuilder> Write)> Pictures(string html, IReadOnlyDictionary<Guid, FilePicture> pictures)
    {
        foreach (var mark in PictureMark.In(html))
        {
            if (mark.File is { } file && pictures.TryGetValue(file, out var picture))
            {
                yield return (mark.Start, mark.End, into => Append(into, mark, picture));
            }
        }
    }

    private static void Append(HtmlContentBuilder page, PictureMark mark, FilePicture picture)
    {
        page.AppendHtml("<picture>");
        PictureFileTagHelper.Append(page, mark.Sized(picture), mark.Alt, PictureSizes, eager: mark.Start < AtTheTop);
        page.AppendHtml("</picture>");
    }

    /// <summary>The figures that the text names, each once.</summary>
    public static IReadOnlyList<NamedFigure> Figures(string html) =>
        [.. FigureMark.In(html).Select(mark => mark.Named).Distinct()];

    /// <summary>A figure changes with the records: what keeps the words for long leaves it out.</summary>
    public static string WithoutFigures(string html)
    {
        var words = new StringBuilder(html.Length);
        var at = 0;
        foreach (var mark in FigureMark.In(html))
        {
            words.Append(html, at, mark.Start - at).Append('…');
            at = mark.End;
        }

        return words.Append(html, at, html.Length - at).ToString();
    }

    /// <summary>The words alone, a line to a block: for the search, summaries and differences.</summary>
    public static string Words(string html) =>
        System.Net.WebUtility.HtmlDecode(Tag.Replace(BlockEnd.Replace(html, "\n"), "")).Trim();

    /// <summary>What is said to be seen on the pictures in the text, for those who do not see them.</summary>
    public static IEnumerable<string> Alternatives(string html) =>
        PictureMark.In(html).Select(mark => WithoutFigures(mark.Alt));

    [GeneratedRegex("</(p|h2|h3|h4|li|td|th|caption|figcaption|tr)>|<br>|<hr>", RegexOptions.ExplicitCapture, MostMilliseconds)]
    private static partial Regex BlockEnd { get; }

    [GeneratedRegex("<[^<>]*>", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Tag { get; }

    /// <summary>HTML as browsers write it, but for braces and the ends of tags inside attributes.</summary>
    private sealed class BracesAside : HtmlMarkupFormatter
    {
        public static readonly BracesAside Formatter = new();

        protected override string Attribute(IAttr attribute) =>
            base.Attribute(attribute).Replace("{", "&#123;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
    }
}
