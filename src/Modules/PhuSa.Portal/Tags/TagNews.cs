using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Portal.Articles;

namespace PhuSa.Portal.Tags;

/// <summary>The lines of a list of articles whose order is known already.</summary>
internal sealed class TagNews(AppDbContext db, TimeProvider clock)
{
    public async Task<NewsPage> OfAsync(IReadOnlyList<Guid> articles, int skip, int take, CancellationToken cancellationToken)
    {
        var ids = articles.Skip(skip).Take(take).ToList();
        var found = await db.Set<Article>().AsNoTracking()
            .ForReaders(clock.GetUtcNow().UtcDateTime)
            .Where(a => ids.Contains(a.Id))
            .AsItems()
            .ToListAsync(cancellationToken);
        return new NewsPage([.. found.OrderBy(item => ids.IndexOf(item.ArticleId!.Value))], articles.Count);
    }
}
