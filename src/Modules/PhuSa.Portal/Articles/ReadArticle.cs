using System.Data.Common;
using System.Text.Json;
using PhuSa.Platform.Data;

namespace PhuSa.Portal.Articles;

/// <summary>A published article as its page reads it, in one query: without the steps that it went and without what only the office asks.</summary>
internal sealed record ReadArticle
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required ArticleKind Kind { get; init; }

    public required ArticleText Text { get; init; }

    public required DateOnly? EventDay { get; init; }

    public required DateOnly? PublishedOn { get; init; }

    public required DateTime? ExpiresAt { get; init; }

    public required bool JointApproval { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required string? Extras { get; init; }

    public required string? Facts { get; init; }

    /// <summary>In the order in which they count.</summary>
    public required List<Guid> Categories { get; init; }

    /// <summary>Readers were told of changes after it came out.</summary>
    public required bool HasChanges { get; init; }

    /// <summary>When its text became another than readers had seen before (UTC), as <see cref="ArticleChanges"/> says it; null where it has not changed since it came out.</summary>
    public required DateTime? ChangedAt { get; init; }

    public string Address => ArticleAddress.Of(Kind, Slug);

    public ArticleContent Content() => ArticleContent.Of(Text, EventDay, ExpiresAt, JointApproval, Categories, Tags, Extras, Facts);
}

/// <summary>Finds the article of a page. Pages ask this more often than anything else.</summary>
internal sealed class ArticleReading(PreparedReads reads)
{
    /// <summary>Held against the model of the records by a test, column by column.</summary>
    private const string Question = """
        SELECT a.id, a.slug, a.kind, a.title, a.summary, a.body, a.author, a.source, a.initials, a.event_day, a.published_on, a.expires_at, a.joint_approval,
            a.tags, a.extras, a.facts,
            (SELECT string_agg(CAST(p.category_id AS text), ',' ORDER BY p.position) FROM portal_article_places AS p WHERE p.article_id = a.id),
            EXISTS (SELECT 1 FROM portal_revisions AS r
                WHERE r.article_id = a.id AND r.status = 'Published' AND r.change_note IS NOT NULL AND r.published_at IS NOT NULL),
            (SELECT r.published_at FROM portal_revisions AS r
                WHERE a.live_version > 1 AND r.article_id = a.id AND r.published_version = a.live_version AND r.base_version IS NOT NULL ORDER BY r.published_at DESC LIMIT 1)
        FROM portal_articles AS a
        WHERE a.slug = @slug AND a.status = 'Published' AND (a.expires_at IS NULL OR a.expires_at > @now)
        """;

    /// <param name="now">UTC.</param>
    /// <returns>Null where readers see no such article.</returns>
    public Task<ReadArticle?> FindAsync(string slug, DateTime now, CancellationToken cancellationToken) =>
        reads.FindAsync(Question, [("slug", slug), ("now", now)], Of, cancellationToken);

    private static ReadArticle Of(DbDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Slug = row.GetString(1),
        Kind = Enum.Parse<ArticleKind>(row.GetString(2)),
        Text = new ArticleText(row.GetString(3), Words(row, 4), row.GetString(5), Words(row, 6), Words(row, 7), Words(row, 8)),
        EventDay = Day(row, 9),
        PublishedOn = Day(row, 10),
        ExpiresAt = Moment(row, 11),
        JointApproval = row.GetBoolean(12),
        Tags = Tags(row, 13),
        Extras = Words(row, 14),
        Facts = Words(row, 15),
        Categories = Words(row, 16) is { } categories ? [.. categories.Split(',').Select(Guid.Parse)] : [],
        HasChanges = row.GetBoolean(17),
        ChangedAt = Moment(row, 18),
    };

    private static string? Words(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static DateTime? Moment(DbDataReader row, int column) => row.IsDBNull(column) ? null : DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc);

    /// <summary>An embedded file keeps lists as JSON, PostgreSQL as its own.</summary>
    private static string[] Tags(DbDataReader row, int column) =>
        row.GetFieldType(column) == typeof(string) ? JsonSerializer.Deserialize<string[]>(row.GetString(column))! : row.GetFieldValue<string[]>(column);
}
