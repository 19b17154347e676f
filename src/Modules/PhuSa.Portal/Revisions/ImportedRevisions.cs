using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PhuSa.Portal.Articles;

namespace PhuSa.Portal.Revisions;

/// <summary>Notes every change that an import makes in a text readers had seen, whatever imports it: a table, an old portal. So none of them can forget to tell.</summary>
internal sealed class ImportedRevisions : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        foreach (var article in db.ChangeTracker.Entries<Article>().Where(entry => entry.State == EntityState.Modified).Select(entry => entry.Entity).ToList())
        {
            if (article.TakeImported() is { } change && article.Status == ArticleStatus.Published)
            {
                db.Add(Revision.Imported(Guid.CreateVersion7(new DateTimeOffset(change.At)), article, change));
            }
        }

        return ValueTask.FromResult(result);
    }
}
