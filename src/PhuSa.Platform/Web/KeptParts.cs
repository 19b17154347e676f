using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Web;

/// <summary>
/// Parts that many pages show alike, such as the head of a site with its menu: rendered once and kept as words, as long as a page is kept.
/// </summary>
public sealed class KeptParts(IContentWatch watch, TimeProvider clock, HtmlEncoder encoder)
{
    /// <summary>A few for each site, language and place in a menu.</summary>
    private const int Most = 1_000;

    private readonly KeptByContent<object, KeptPart> _parts = new(watch, clock, Most);

    /// <param name="key">All that the part depends on but the records; a tuple or a record, compared by value.</param>
    public ValueTask<KeptPart> OfAsync(object key, Func<Task<IHtmlContent>> render)
    {
        ArgumentNullException.ThrowIfNull(render);
        return _parts.OfAsync(key, async () =>
        {
            using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
            (await render()).WriteTo(writer, encoder);
            return new KeptPart(writer.ToString());
        });
    }
}

/// <summary>A rendered part, with at most one place that each page fills with a value of its own.</summary>
public sealed class KeptPart
{
    /// <summary>A private-use character, which is never written out of a record: the encoder spells it.</summary>
    private const string Mark = "\uE0F2";

    private readonly HtmlString _before;
    private readonly HtmlString? _after;

    /// <summary>Stands in the rendered part where the page's own value comes; no reader ever sees it.</summary>
    public static IHtmlContent Place { get; } = new HtmlString(Mark);

    public IHtmlContent Whole => With("");

    internal KeptPart(string html)
    {
        var at = html.IndexOf(Mark, StringComparison.Ordinal);
        _before = new HtmlString(at < 0 ? html : html[..at]);
        _after = at < 0 ? null : new HtmlString(html[(at + Mark.Length)..]);
    }

    /// <param name="value">Words; encoded here.</param>
    public IHtmlContent With(string value) => _after is null ? _before : new HtmlContentBuilder(3).AppendHtml(_before).Append(value).AppendHtml(_after);
}
