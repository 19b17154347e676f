using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Technology.Processes;

/// <summary>The technology processes are at home on the Department's site.</summary>
internal sealed class ProcessPages(AppDbContext db) : ISitePages
{
    public async Task<IReadOnlyList<SitePage>> OfAsync(string theme, CancellationToken cancellationToken)
    {
        if (theme != SiteThemes.Department)
        {
            return [];
        }

        var changed = await db.ChangedAsync([typeof(TechnologyProcess)], new Dictionary<Guid, Guid>(), cancellationToken);
        var processes = await db.Set<TechnologyProcess>().OrderBy(process => process.Slug).AsFacts().ToListAsync(cancellationToken);
        return [new SitePage("/cong-nghe", Changed: null), .. processes.Select(fact => new SitePage(fact.Url, changed.GetValueOrDefault(fact.Id)))];
    }
}
