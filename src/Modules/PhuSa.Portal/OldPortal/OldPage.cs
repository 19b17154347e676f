using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PhuSa.Platform;
using PhuSa.Portal.Watching.Outside;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.OldPortal;

/// <summary>What an old page says, before its text is brought into shape.</summary>
/// <param name="Body">Of the page's own document; initials and what the map drops are out of it already.</param>
/// <param name="DayProblem">Why the day is unknown although something stood there; null where all is well.</param>
internal sealed record OldArticle(
    string Title,
    string? Summary,
    IElement Body,
    DateOnly? PublishedOn,
    string? DayProblem,
    string? Author,
    string? Source,
    string? Initials,
    IReadOnlyList<string> Categories,
    IReadOnlyList<string> Tags,
    IReadOnlyList<IElement> Attachments);

/// <summary>An HTML page of the mirror. It was made by others and is treated so: its size, its nesting and the number of its elements are bounded.</summary>
internal sealed class OldPage
{
    public const int MaxBytes = 3 * 1024 * 1024;
    private const int MostTags = 60_000;
    private const int MostLevels = 150;
    private const int MostCandidates = 3_000;
    private const int LongestLine = 2_000;

    /// <summary>Vietnam's first connection to the Internet was in 1997; an earlier day is a slip.</summary>
    private static readonly DateOnly Earliest = new(1997, 1, 1);

    private readonly IHtmlDocument _document;
    private readonly PortalMap _map;

    private OldPage(IHtmlDocument document, PortalMap map)
    {
        _document = document;
        _map = map;
    }

    /// <exception cref="PageRefusedException">Too large, too deep, or its letters cannot be known.</exception>
    public static async Task<OldPage> OpenAsync(MirrorFile file, PortalMap map, CancellationToken cancellationToken)
    {
        if (file.Bytes > MaxBytes)
        {
            throw new PageRefusedException($"Trang lớn hơn {MaxBytes / 1024 / 1024} MB nên không đọc.");
        }

        var html = PageLetters.Read(await File.ReadAllBytesAsync(file.Path, cancellationToken));
        if (html.AsSpan().Count('<') > MostTags)
        {
            throw new PageRefusedException("Trang có quá nhiều thẻ HTML nên không đọc.");
        }

        var document = new HtmlParser().ParseDocument(html);
        if (OthersHtml.Levels(document) > MostLevels)
        {
            throw new PageRefusedException("Trang lồng thẻ HTML quá sâu nên không đọc.");
        }

        return new OldPage(document, map);
    }

    /// <summary>Addresses which the page says are its own: the canonical one first.</summary>
    public IEnumerable<string> OwnAddresses() =>
        new[]
        {
            _document.QuerySelector("link[rel='canonical']")?.GetAttribute("href"),
            _document.QuerySelector("meta[property='og:url']")?.GetAttribute("content"),
            Mirrored(),
        }.OfType<string>();

    /// <returns>The folder from which the page itself says that its relative links go (<c>base</c>), from the root; null where it says none, or one of another site.</returns>
    public string? FolderOfLinks(IReadOnlySet<string> hosts)
    {
        var said = _document.QuerySelector("base[href]")?.GetAttribute("href")?.Trim() ?? "";
        var path = said.StartsWith('/') && !said.StartsWith("//", StringComparison.Ordinal) ? said
            : Mirror.IsWhole(said) && Uri.TryCreate(said, UriKind.Absolute, out var uri) && hosts.Contains(uri.Host) ? uri.AbsolutePath
            : null;
        return path?[..(path.LastIndexOf('/') + 1)];
    }

    /// <returns>Null where the page is no article.</returns>
    public OldArticle? Read(DateOnly today)
    {
        if ((_map.Article is { } mark && _document.QuerySelector(mark) is null) || One(_document, _map.Title) is not { } title || _document.QuerySelector(_map.Body) is not { } body)
        {
            return null;
        }

        // The fields first: what is dropped from the text may hold the day or the author.
        var (day, problem) = Day(today);
        var (author, source, summary) = (Field(_map.Author), Field(_map.Source), Field(_map.Summary));
        var (categories, tags) = (All(_map.Category), All(_map.Tags));
        var attachments = _map.Attachments is { } links ? _document.QuerySelectorAll(links).Where(link => !body.Contains(link)).ToList() : [];
        foreach (var drop in _map.Drop ?? [])
        {
            foreach (var element in body.QuerySelectorAll(drop).ToList())
            {
                element.Remove();
            }
        }

        return new OldArticle(title, summary, body, day, problem, author, source, Initials(body), categories, tags, attachments);
    }

    public string Words() => _document.Body?.TextContent ?? "";

    private (DateOnly? Day, string? Problem) Day(DateOnly today)
    {
        if (_map.Published is not { } published || One(_document, published.Field) is not { Length: > 0 } said)
        {
            return (null, "Không thấy ngày đăng trên trang; bài được ghi là chưa rõ ngày.");
        }

        if (!DateTimeOffset.TryParseExact(said, [.. published.Formats], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var moment))
        {
            return (null, $"Ngày đăng “{said}” không đọc được theo các dạng trong bản đồ; bài được ghi là chưa rõ ngày.");
        }

        // Without a zone the old portal meant the day in Việt Nam as it stands there.
        var zoned = said.EndsWith('Z') || (said.Length > 6 && said[^6] is '+' or '-' && said[^3] == ':');
        var day = DateOnly.FromDateTime(zoned ? VietnamTime.Local(moment.UtcDateTime) : moment.DateTime);
        return day < Earliest || day > today ? (null, $"Ngày đăng “{said}” không thể đúng; bài được ghi là chưa rõ ngày.") : (day, null);
    }

    private string? Field(MapField? field) => field is null ? null : One(_document, field) is { Length: > 0 } said ? said : null;

    private List<string> All(MapField? field) => field is null ? [] : [.. Matches(_document, field).Select(match => match.Said).Where(said => said.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>The letters at the end of the text are taken out of it.</summary>
    private string? Initials(IElement body)
    {
        if (_map.Initials is not { } field)
        {
            return null;
        }

        var last = body.QuerySelectorAll(field.Selector).LastOrDefault(element => element.ChildElementCount == 0 || element.QuerySelector("p, div, table, img") is null ? Line(element.TextContent).Length > 0 : false);
        if (last is null || Said(last, field) is not { Length: > 0 } said)
        {
            return null;
        }

        last.Remove();
        return said;
    }

    /// <returns>What stands in the element with the least text; empty where the element is there and nothing stands in it; null where none is.</returns>
    private static string? One(IDocument document, MapField field) => Matches(document, field).OrderBy(match => match.Length).Select(match => match.Said).FirstOrDefault();

    private static IEnumerable<(string Said, int Length)> Matches(IDocument document, MapField field) => document.QuerySelectorAll(field.Selector)
        .Take(MostCandidates)
        .Select(element => (Said: Said(element, field), element.TextContent.Length))
        .Where(match => match.Said is not null)
        .Select(match => (match.Said!, match.Length));

    private static string? Said(IElement element, MapField field)
    {
        var words = field.Attribute is { } attribute ? element.GetAttribute(attribute) : element.TextContent;
        if (words is null || words.Length > LongestLine * 4)
        {
            return null;
        }

        var line = Line(words);
        if (line.Length > LongestLine)
        {
            return null;
        }

        if (field.Matching is not { } pattern)
        {
            return line.Length == 0 ? null : line;
        }

        var match = pattern.Match(line);
        return match.Success ? (match.Groups.Count > 1 ? match.Groups[1].Value : match.Value).Trim() : null;
    }

    /// <summary>HTTrack writes where a page came from into a comment of it.</summary>
    private string? Mirrored()
    {
        const string from = "Mirrored from ";
        var comment = _document.Descendants<IComment>().Take(MostCandidates).Select(c => c.Data).FirstOrDefault(data => data.Contains(from, StringComparison.Ordinal) && data.Contains("HTTrack", StringComparison.Ordinal));
        return comment is null ? null : "http://" + comment[(comment.IndexOf(from, StringComparison.Ordinal) + from.Length)..].Split(' ')[0];
    }

    private static string Line(string words) => VietnameseText.Normalize(string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
