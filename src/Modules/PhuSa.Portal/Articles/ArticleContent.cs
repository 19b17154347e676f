using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using PhuSa.Platform;
using PhuSa.Portal.Articles.Facts;

namespace PhuSa.Portal.Articles;

/// <summary>What an article says and who is named under it.</summary>
/// <param name="Author">Null where the source names nobody.</param>
/// <param name="Initials">The letters at the end of the text, as in the source.</param>
internal sealed record ArticleText(string Title, string? Summary, string Body, string? Author, string? Source, string? Initials);

/// <summary>A picture of an article.</summary>
/// <param name="Alt">What is to be seen: obligatory, for those who do not see it.</param>
/// <param name="IsLead">It stands on top of the article and beside it in lists.</param>
internal sealed record ArticleImage(Guid FileId, string Alt, string? Caption, bool IsLead);

/// <summary>A file that readers may fetch.</summary>
internal sealed record ArticleAttachment(Guid FileId, string Title);

/// <summary>What stands around the text: pictures, files, further articles.</summary>
internal sealed record ArticleExtras(IReadOnlyList<ArticleImage> Images, IReadOnlyList<ArticleAttachment> Attachments, IReadOnlyList<Guid> Related)
{
    public static ArticleExtras None { get; } = new([], [], []);

    [JsonIgnore]
    public bool IsEmpty => Images.Count == 0 && Attachments.Count == 0 && Related.Count == 0;

    [JsonIgnore]
    public ArticleImage? Lead => Images.FirstOrDefault(image => image.IsLead);

    public bool Holds(Guid fileId) => Images.Any(image => image.FileId == fileId) || Attachments.Any(attachment => attachment.FileId == fileId);

    /// <returns>The same without this file.</returns>
    public ArticleExtras Without(Guid fileId) => this with
    {
        Images = [.. Images.Where(image => image.FileId != fileId)],
        Attachments = [.. Attachments.Where(attachment => attachment.FileId != fileId)],
    };

    /// <param name="pictures">Files of the pictures as they are to follow one another.</param>
    /// <param name="attachments">The same of the files that readers may fetch.</param>
    /// <returns>The same in this order; null where these are not exactly its pictures and files.</returns>
    public ArticleExtras? InOrder(List<Guid> pictures, List<Guid> attachments) =>
        Are(pictures, Images.Select(image => image.FileId)) && Are(attachments, Attachments.Select(attachment => attachment.FileId))
            ? this with
            {
                Images = [.. Images.OrderBy(image => pictures.IndexOf(image.FileId))],
                Attachments = [.. Attachments.OrderBy(attachment => attachments.IndexOf(attachment.FileId))],
            }
            : null;

    private static bool Are(List<Guid> told, IEnumerable<Guid> held) => told.Order().SequenceEqual(held.Distinct().Order());
}

/// <summary>Everything of an article that is written, reviewed and approved as one.</summary>
/// <param name="Categories">In the order in which they count: the first is the article's home.</param>
/// <param name="ExpiresOn">The last day on which readers see it; null: always.</param>
/// <param name="JointApproval">It goes out only when a publisher of each body has approved it.</param>
/// <param name="Facts">What its kind says beside the text; null for a kind without facts, and in what was written before there were any.</param>
internal sealed record ArticleContent(
    ArticleText Text,
    DateOnly? EventDay,
    DateOnly? ExpiresOn,
    bool JointApproval,
    IReadOnlyList<Guid> Categories,
    IReadOnlyList<string> Tags,
    ArticleExtras Extras,
    ArticleFacts? Facts = null)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>Put together from the columns of an article.</summary>
    public static ArticleContent Of(
        ArticleText text, DateOnly? eventDay, DateTime? expiresAt, bool jointApproval, IReadOnlyList<Guid> categories, IReadOnlyList<string> tags, string? extras, string? facts) => new(
        text,
        eventDay,
        expiresAt is { } at ? DateOnly.FromDateTime(VietnamTime.Local(at)).AddDays(-1) : null,
        jointApproval,
        categories,
        tags,
        ReadExtras(extras),
        ReadFacts(facts));

    /// <summary>Two contents are the same exactly when they are written the same.</summary>
    public string Written() => JsonSerializer.Serialize(this, Json);

    public bool IsSameAs(ArticleContent other) => Written() == other.Written();

    public static ArticleContent Read(string written) => JsonSerializer.Deserialize<ArticleContent>(written, Json) is { } read
        ? read with
        {
            // A list or a text that was left out for being empty comes back as null.
            Text = read.Text with { Body = read.Text.Body ?? "" },
            Categories = read.Categories ?? [],
            Tags = read.Tags ?? [],
            Extras = ReadExtras(read.Extras),
            Facts = read.Facts?.Whole(),
        }
        : throw new InvalidOperationException("A version holds no content.");

    public static string? WrittenExtras(ArticleExtras extras) => extras.IsEmpty ? null : JsonSerializer.Serialize(extras, Json);

    public static ArticleExtras ReadExtras(string? written) => written is null ? ArticleExtras.None : ReadExtras(JsonSerializer.Deserialize<ArticleExtras>(written, Json));

    public static string? WrittenFacts(ArticleFacts? facts) => facts is null ? null : JsonSerializer.Serialize(facts, Json);

    public static ArticleFacts? ReadFacts(string? written) => written is null ? null : JsonSerializer.Deserialize<ArticleFacts>(written, Json)?.Whole();

    private static ArticleExtras ReadExtras(ArticleExtras? extras) => extras is null ? ArticleExtras.None : new(extras.Images ?? [], extras.Attachments ?? [], extras.Related ?? []);
}
