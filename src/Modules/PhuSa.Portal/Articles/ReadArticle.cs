using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Portal.Revisions;

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

    public string Address => ArticleAddress.Of(Kind, Slug);

    public ArticleContent Content() => ArticleContent.Of(Text, EventDay, ExpiresAt, JointApproval, Categories, Tags, Extras, Facts);
}

/// <summary>Finds the article of a page. Its query is translated once for the process: pages ask it more often than any other.</summary>
internal sealed class ArticleReading
{
    private readonly Func<AppDbContext, string, DateTime, CancellationToken, Task<ReadArticle?>> _find = EF.CompileAsyncQuery(
        (AppDbContext db, string slug, DateTime now, CancellationToken cancellationToken) => db.Set<Article>()
            .Where(a => a.Slug == slug && a.Status == ArticleStatus.Published && (a.ExpiresAt == null || a.ExpiresAt > now))
            .Select(a => new ReadArticle
            {
                Id = a.Id,
                Slug = a.Slug,
                Kind = a.Kind,
                Text = new ArticleText(a.Title, a.Summary, a.Body, a.Author, a.Source, a.Initials),
                EventDay = a.EventDay,
                PublishedOn = a.PublishedOn,
                ExpiresAt = a.ExpiresAt,
                JointApproval = a.JointApproval,
                Tags = a.Tags,
                Extras = a.Extras,
                Facts = a.Facts,
                Categories = a.Places.OrderBy(place => place.Position).Select(place => place.CategoryId).ToList(),
                HasChanges = db.Set<Revision>().Any(r => r.ArticleId == a.Id && r.Status == RevisionStatus.Published && r.ChangeNote != null && r.PublishedAt != null),
            })
            .AsSingleQuery()
            .SingleOrDefault());

    /// <param name="now">UTC.</param>
    /// <returns>Null where readers see no such article.</returns>
    public Task<ReadArticle?> FindAsync(AppDbContext db, string slug, DateTime now, CancellationToken cancellationToken) => _find(db, slug, now, cancellationToken);
}
