using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using AngleSharp.Css.Parser;
using PhuSa.Platform.Rules;

namespace PhuSa.Portal.OldPortal;

/// <summary>Where something stands on a page of the old portal.</summary>
/// <param name="Selector">CSS. Of several elements the one with the least text counts.</param>
/// <param name="Attribute">Read this attribute instead of the words.</param>
/// <param name="Pattern">Only what matches, and of it the first group.</param>
internal sealed record MapField(string Selector, string? Attribute = null, string? Pattern = null)
{
    [JsonIgnore]
    public Regex? Matching { get; private set; }

    public void Prepare(string where)
    {
        MapProblem.Selector(where, Selector);
        Matching = Pattern is null ? null : MapProblem.Regex(where, Pattern);
    }
}

/// <summary>The day of publishing.</summary>
/// <param name="Formats">As .NET writes them: <c>d/M/yyyy</c>, <c>yyyy-MM-ddTHH:mm:sszzz</c>.</param>
internal sealed record MapDay(string Selector, IReadOnlyList<string> Formats, string? Attribute = null, string? Pattern = null)
{
    [JsonIgnore]
    public MapField Field { get; } = new(Selector, Attribute, Pattern);
}

/// <summary>
/// Where the things of an article stand on the pages of an old portal. A file that an operator writes or changes: every portal was built differently,
/// and none was seen when this was written.
/// </summary>
/// <param name="Hosts">Host names of the old site: a link to one of them is a link within it.</param>
/// <param name="Article">Only pages with such an element are articles; null: pages with a title and a text.</param>
/// <param name="Initials">Looked for at the end of the text, and taken out of it.</param>
/// <param name="Category">All matching elements are asked.</param>
/// <param name="Categories">From the words of the old portal to codes of ours.</param>
/// <param name="Drop">What stands inside the text and is not part of it.</param>
/// <param name="Caption">The line under a picture.</param>
/// <param name="Attachments">Links to files that stand outside the text.</param>
/// <param name="KeepsSlug">The last part of the old address becomes that of the new one, where it may.</param>
internal sealed record PortalMap(
    MapField Title,
    string Body,
    IReadOnlyList<string>? Hosts = null,
    string? Article = null,
    MapField? Summary = null,
    MapDay? Published = null,
    MapField? Author = null,
    MapField? Source = null,
    MapField? Initials = null,
    MapField? Category = null,
    IReadOnlyDictionary<string, string>? Categories = null,
    MapField? Tags = null,
    IReadOnlyList<string>? Drop = null,
    string? Caption = null,
    string? Attachments = null,
    bool KeepsSlug = false)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    [JsonIgnore]
    public IReadOnlySet<string> HostNames { get; } = new HashSet<string>(Hosts ?? [], StringComparer.OrdinalIgnoreCase);

    /// <exception cref="RefusedException">The text is no such map; the sentence says where.</exception>
    public static PortalMap Read(string text)
    {
        try
        {
            var map = JsonSerializer.Deserialize<PortalMap>(text, Json) ?? throw new JsonException();
            map.Prepare();
            return map;
        }
        catch (JsonException e)
        {
            throw new RefusedException("Bản đồ không đọc được ở {0}, dòng {1}: cần đúng các mục như trong bản mẫu (xem --show-map).", e.Path ?? "$", (e.LineNumber ?? 0) + 1);
        }
    }

    private void Prepare()
    {
        MapProblem.Selector("body", Body);
        foreach (var (where, selector) in (Drop ?? []).Select(selector => ("drop", (string?)selector)).Append(("article", Article)).Append(("caption", Caption)).Append(("attachments", Attachments)))
        {
            if (selector is not null)
            {
                MapProblem.Selector(where, selector);
            }
        }

        foreach (var (where, field) in new (string, MapField?)[] { ("title", Title), ("summary", Summary), ("author", Author), ("source", Source), ("initials", Initials), ("category", Category), ("tags", Tags), ("published", Published?.Field) })
        {
            field?.Prepare(where);
        }

        if (Published is { Formats: [] } || Published?.Formats.Any(format => !IsFormat(format)) is true)
        {
            throw new RefusedException("Mục “{0}” của bản đồ có dạng ngày không dùng được; ví dụ đúng: d/M/yyyy.", "published");
        }
    }

    private static bool IsFormat(string format)
    {
        try
        {
            _ = DateTimeOffset.UnixEpoch.ToString(format, CultureInfo.InvariantCulture);
            return format.Contains('d', StringComparison.Ordinal) && format.Contains('M', StringComparison.Ordinal) && format.Contains('y', StringComparison.Ordinal);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

/// <summary>What is wrong with one entry of a map.</summary>
internal static class MapProblem
{
    private static readonly CssSelectorParser Selectors = new();

    public static void Selector(string where, string selector)
    {
        if (string.IsNullOrWhiteSpace(selector) || Selectors.ParseSelector(selector) is null)
        {
            throw new RefusedException("Mục “{0}” của bản đồ có bộ chọn CSS không đúng: {1}", where, selector);
        }
    }

    public static Regex Regex(string where, string pattern)
    {
        try
        {
            // Whatever stands on a page of the old portal, the time is bounded by its length.
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new RefusedException("Mục “{0}” của bản đồ có mẫu chữ (pattern) không dùng được: {1}", where, pattern);
        }
    }
}
