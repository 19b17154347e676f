using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PhuSa.Documents.Packaging;

namespace PhuSa.Documents.Templates;

/// <summary>The file is no Word document that can be read.</summary>
public class UnreadableTemplateException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The file is too large, has too many parts, or its elements lie too deep in each other.</summary>
public sealed class ExcessiveTemplateException(string message) : UnreadableTemplateException(message);

/// <summary>
/// A Word file (.docx) with places to fill, written <c>{{so_ky_hieu}}</c>. A place keeps the look of its first letter, however Word has cut it into runs.
/// </summary>
public static partial class WordTemplate
{
    /// <returns>The places in reading order, each once, without brackets; an opening without its end is told as it stands.</returns>
    /// <exception cref="UnreadableTemplateException">It is no Word document, or too large a one.</exception>
    public static IReadOnlyList<string> Places(byte[] template) => Read(template, document =>
    {
        var found = new List<string>();
        foreach (var text in Paragraphs(document).Select(TextOf))
        {
            found.AddRange(Place.Matches(text).Select(match => match.Groups["name"].Value));
            found.AddRange(Torn.Matches(Place.Replace(text, "")).Select(match => match.Value));
        }

        return found.Distinct(StringComparer.Ordinal).ToList();
    });

    /// <summary>Fills the places. A value of several lines becomes as many paragraphs where its place stands alone, and line breaks elsewhere.</summary>
    /// <param name="values">A place that is not among them stays as it is.</param>
    /// <exception cref="UnreadableTemplateException">It is no Word document, or too large a one.</exception>
    public static byte[] Fill(byte[] template, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(values);
        var clean = values.ToDictionary(value => value.Key, value => PartText.Clean(value.Value.ReplaceLineEndings("\n")), StringComparer.Ordinal);
        var file = new MemoryStream();
        file.Write(template);
        try
        {
            Measure(template);
            using (var document = WordprocessingDocument.Open(file, isEditable: true, Settings))
            {
                foreach (var paragraph in Paragraphs(document).ToList())
                {
                    Fill(paragraph, clean);
                }

                document.Save();
            }
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw new UnreadableTemplateException("The template is no readable Word document.", e);
        }

        return file.ToArray();
    }

    private static OpenSettings Settings => new() { MaxCharactersInPart = PackageLimits.Characters };

    private static T Read<T>(byte[] template, Func<WordprocessingDocument, T> read)
    {
        try
        {
            Measure(template);
            using var document = WordprocessingDocument.Open(new MemoryStream(template), isEditable: false, Settings);
            return read(document);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw new UnreadableTemplateException("The template is no readable Word document.", e);
        }
    }

    private static void Measure(byte[] template)
    {
        if (!PackageLimits.AreKept(template))
        {
            throw new ExcessiveTemplateException("The template is too large or nested too deep.");
        }
    }

    private static bool IsUnreadable(Exception e) =>
        e is OpenXmlPackageException or InvalidDataException or FileFormatException or XmlException or IOException or ArgumentException or InvalidOperationException or NotSupportedException;

    /// <summary>Text, headers and footers.</summary>
    private static IEnumerable<Paragraph> Paragraphs(WordprocessingDocument document)
    {
        var main = document.MainDocumentPart ?? throw new InvalidDataException("The document has no text.");
        var roots = new OpenXmlElement?[] { main.Document }.Concat(main.HeaderParts.Select(part => part.Header)).Concat(main.FooterParts.Select(part => part.Footer));
        return roots.OfType<OpenXmlElement>().SelectMany(root => root.Descendants<Paragraph>());
    }

    private static string TextOf(Paragraph paragraph) => string.Concat(TextsOf(paragraph).Select(text => text.Text));

    private static IEnumerable<Text> TextsOf(Paragraph paragraph) => paragraph.Descendants<Text>().Where(text => text.Ancestors<Paragraph>().First() == paragraph);

    private static void Fill(Paragraph paragraph, Dictionary<string, string> values)
    {
        var whole = Place.Match(TextOf(paragraph).Trim());
        if (whole.Success && whole.Length == TextOf(paragraph).Trim().Length && values.TryGetValue(whole.Groups["name"].Value, out var lines) && lines.Contains('\n', StringComparison.Ordinal))
        {
            var parts = lines.Split('\n');
            foreach (var line in parts[..^1])
            {
                var copy = (Paragraph)paragraph.CloneNode(deep: true);
                paragraph.InsertBeforeSelf(copy);
                Put(copy, values, line);
            }

            Put(paragraph, values, parts[^1]);
            return;
        }

        Put(paragraph, values, whole: null);
    }

    /// <summary>The new text goes where the place began; what the place took of later runs is emptied.</summary>
    private static void Put(Paragraph paragraph, Dictionary<string, string> values, string? whole)
    {
        // From the end, so that the places found before stay where they are.
        foreach (var match in Place.Matches(TextOf(paragraph)).Reverse())
        {
            if (values.TryGetValue(match.Groups["name"].Value, out var value))
            {
                Replace([.. TextsOf(paragraph)], match.Index, match.Length, whole ?? value);
            }
        }
    }

    private static void Replace(List<Text> texts, int index, int length, string value)
    {
        var at = 0;
        Text? first = null;
        foreach (var text in texts)
        {
            var (begin, end) = (at, at + text.Text.Length);
            at = end;
            var (from, to) = (Math.Max(index, begin), Math.Min(index + length, end));
            if (from >= to)
            {
                continue;
            }

            var kept = new StringBuilder(text.Text).Remove(from - begin, to - from);
            if (first is null)
            {
                first = text;
                kept.Insert(from - begin, value);
            }

            text.Text = kept.ToString();
            text.Space = SpaceProcessingModeValues.Preserve;
        }

        if (first is not null)
        {
            BreakLines(first);
        }
    }

    private static void BreakLines(Text text)
    {
        var lines = text.Text.Split('\n');
        text.Text = lines[0];
        OpenXmlElement last = text;
        foreach (var line in lines.Skip(1))
        {
            last = last.InsertAfterSelf(new Break());
            last = last.InsertAfterSelf(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
    }

    [GeneratedRegex(@"\{\{\s*(?<name>[^{}]*?)\s*\}\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Place { get; }

    /// <summary>An opening that nothing closes: it would be printed.</summary>
    [GeneratedRegex(@"\{\{[\p{L}\p{Nd}_]{0,40}|[\p{L}\p{Nd}_]{0,40}\}\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Torn { get; }
}
