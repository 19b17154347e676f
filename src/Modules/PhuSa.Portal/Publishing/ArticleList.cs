using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Office;
using PhuSa.Platform.Rights;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Revisions;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Publishing;

/// <summary>A line of the office's list of articles.</summary>
/// <param name="Revision">Status of the open revision; null where none is open.</param>
internal sealed record ArticleRow(
    Guid Id,
    string Title,
    ArticleKind Kind,
    ArticleStatus Status,
    DateTime? ExpiresAt,
    RevisionStatus? Revision,
    DateTime? PublishAt,
    IReadOnlyList<Guid> Categories,
    string? LastWriter,
    DateTime ChangedAt,
    DateOnly? PublishedOn);

/// <summary>The articles a person of the office sees, filtered.</summary>
internal sealed class ArticleList(AppDbContext db, ArticleReach reach, KeptSites sites, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IQueryable<Article>> OfAsync(SignedIn person, ArticleFilter filter, CancellationToken cancellationToken)
    {
        var articles = await reach.OfAsync(PublishingRights.BodiesOf(person, PublishingRights.Read), cancellationToken);
        foreach (var word in ArticleFilter.Folded(filter.Words))
        {
            articles = articles.Where(a => a.SearchText.Contains(word));
        }

        foreach (var word in ArticleFilter.Folded(filter.Author))
        {
            articles = articles.Where(a => db.Set<ArticleVersion>().Any(v => v.ArticleId == a.Id && v.WriterText.Contains(word)));
        }

        if (filter.Kind is { } kind)
        {
            articles = articles.Where(a => a.Kind == kind);
        }

        if (filter.Mine)
        {
            articles = articles.Where(a => db.Set<ArticleVersion>().Any(v => v.ArticleId == a.Id && v.WriterId == person.PersonId));
        }

        articles = Between(articles, filter);
        articles = await InAsync(articles, filter, cancellationToken);
        return filter.State is { } state ? In(articles, state) : articles;
    }

    public async Task<IReadOnlyList<ArticleRow>> RowsAsync(IQueryable<Article> articles, CancellationToken cancellationToken)
    {
        var page = await articles.AsNoTracking()
            .Select(a => new
            {
                a.Id,
                a.WorkingTitle,
                a.Kind,
                a.Status,
                a.ExpiresAt,
                a.OpenRevisionId,
                a.ChangedAt,
                a.PublishedOn,
                LastWriter = db.Set<ArticleVersion>().Where(v => v.ArticleId == a.Id && v.Number == a.LatestVersion).Select(v => v.By).FirstOrDefault(),
                Categories = a.Places.OrderBy(p => p.Position).Select(p => p.CategoryId).ToList(),
            })
            .ToListAsync(cancellationToken);
        var open = page.Select(a => a.OpenRevisionId).OfType<Guid>().ToList();
        var revisions = await db.Set<Revision>().Where(r => open.Contains(r.Id)).Select(r => new { r.Id, r.Status, r.PublishAt }).ToDictionaryAsync(r => r.Id, cancellationToken);
        return
        [
            .. page.Select(a =>
            {
                var revision = a.OpenRevisionId is { } id ? revisions.GetValueOrDefault(id) : null;
                return new ArticleRow(a.Id, a.WorkingTitle, a.Kind, a.Status, a.ExpiresAt, revision?.Status, revision?.PublishAt, a.Categories, a.LastWriter, a.ChangedAt, a.PublishedOn);
            }),
        ];
    }

    public static IOrderedQueryable<Article> InOrder(IQueryable<Article> articles) => articles.OrderByDescending(a => a.ChangedAt).ThenByDescending(a => a.PublishedOn).ThenBy(a => a.Id);

    private static IQueryable<Article> Between(IQueryable<Article> articles, ArticleFilter filter)
    {
        if (filter.From is { } from)
        {
            var begin = VietnamTime.Begin(from);
            articles = articles.Where(a => a.ChangedAt >= begin);
        }

        if (filter.To is { } to)
        {
            var end = VietnamTime.Begin(to.AddDays(1));
            articles = articles.Where(a => a.ChangedAt < end);
        }

        return articles;
    }

    private async Task<IQueryable<Article>> InAsync(IQueryable<Article> articles, ArticleFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Site is null && filter.Category is null)
        {
            return articles;
        }

        var directory = await sites.DirectoryAsync(cancellationToken);
        var categories = directory.Sites.Where(site => filter.Site is null || site.Code == filter.Site)
            .SelectMany(site => directory.EveryCategoryOf(site.Code))
            .Where(category => filter.Category is null || category.Code == filter.Category)
            .Select(category => category.Id)
            .ToList();
        return articles.Where(a => a.Places.Any(place => categories.Contains(place.CategoryId)));
    }

    private IQueryable<Article> In(IQueryable<Article> articles, ArticleState state)
    {
        var now = Now;
        return state switch
        {
            ArticleState.Published => articles.ForReaders(now),
            ArticleState.Expired => articles.Where(a => a.Status == ArticleStatus.Published && a.ExpiresAt <= now),
            ArticleState.Withdrawn => articles.Where(a => a.Status == ArticleStatus.Withdrawn),
            ArticleState.Draft => articles.Where(a =>
                (a.Status == ArticleStatus.Draft && a.OpenRevisionId == null) || db.Set<Revision>().Any(r => r.Id == a.OpenRevisionId && r.Status == RevisionStatus.Draft)),
            _ => Open(articles, Enum.Parse<RevisionStatus>(state.ToString())),
        };
    }

    private IQueryable<Article> Open(IQueryable<Article> articles, RevisionStatus status) =>
        articles.Where(a => db.Set<Revision>().Any(r => r.Id == a.OpenRevisionId && r.Status == status));
}
