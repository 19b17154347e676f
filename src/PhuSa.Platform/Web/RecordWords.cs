using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Platform.Web;

/// <summary>
/// What a record says, in the reader's language where it is a word of the product (a status, “khoảng 50”, an amount), and marked as
/// Vietnamese where it is not (a name, a title, a source). Records and frozen texts keep Vietnamese only.
/// </summary>
public static partial class RecordWords
{
    /// <summary>The sentences which records compose: what stands in their places is said again part by part.</summary>
    private static readonly string[] Composed = ["khoảng {0}", "{0} đồng"];

    /// <summary>The words in the reader's language; what has no English stays as it is.</summary>
    public static string Again(this Texts texts, string vietnamese, params string[] composed)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return Texts.InEnglish ? English(vietnamese, texts, composed) ?? vietnamese : vietnamese;
    }

    /// <summary>The words as markup, with <c>lang="vi"</c> around Vietnamese on an English page; empty for null.</summary>
    /// <param name="composed">Further sentences which such words are made of, each of them a key.</param>
    public static IHtmlContent Markup(string? vietnamese, Texts texts, params string[] composed)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (vietnamese is null || !Texts.InEnglish || !vietnamese.Any(char.IsLetter))
        {
            return new HtmlContentBuilder().Append(vietnamese ?? "");
        }

        return English(vietnamese, texts, composed) is { } english
            ? new HtmlContentBuilder().Append(english)
            : new HtmlContentBuilder().AppendMarkup("""<span lang="vi">{0}</span>""", vietnamese);
    }

    private static string? English(string vietnamese, Texts texts, IEnumerable<string> composed) =>
        texts.English(vietnamese) ?? Counted(vietnamese, texts) ?? composed.Concat(Composed).Select(sentence => Filled(vietnamese, sentence, texts, composed)).FirstOrDefault(found => found is not null);

    /// <summary>“08 đơn vị”, “50 đại biểu”: a number and a unit of the product.</summary>
    private static string? Counted(string vietnamese, Texts texts) =>
        NumberAndUnit.Match(vietnamese) is { Success: true } match && texts.English(match.Groups["unit"].Value) is { } unit ? $"{match.Groups["number"].Value} {unit}" : null;

    /// <summary>Finds what stands in the places of a sentence and says the sentence again around it.</summary>
    private static string? Filled(string vietnamese, string sentence, Texts texts, IEnumerable<string> composed)
    {
        if (texts.English(sentence) is not { } english)
        {
            return null;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pattern = Place.Replace(Regex.Escape(sentence).Replace(@"\{", "{", StringComparison.Ordinal), place =>
            seen.Add(place.Groups["place"].Value) ? $"(?<p{place.Groups["place"].Value}>.+?)" : $@"\k<p{place.Groups["place"].Value}>");
        var match = Regex.Match(vietnamese, $"^{pattern}$", RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));
        return match.Success
            ? string.Format(CultureInfo.InvariantCulture, english, [.. Enumerable.Range(0, seen.Count).Select(place => English(match.Groups[$"p{place}"].Value, texts, composed) ?? match.Groups[$"p{place}"].Value)])
            : null;
    }

    [GeneratedRegex(@"^(?<number>\d[\d.]*) (?<unit>\p{L}.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumberAndUnit { get; }

    [GeneratedRegex(@"\{(?<place>\d)\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Place { get; }
}
