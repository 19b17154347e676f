using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Technology.Processes;

/// <summary>The technology processes are at home on the Department's site.</summary>
internal sealed class ProcessPages(AppDbContext db) : ISitePages
{
    public string Theme => SiteThemes.Department;

    public async Task<IReadOnlyList<SitePage>> AllAsync(CancellationToken cancellationToken)
    {
        var changed = await db.ChangedAsync([typeof(TechnologyProcess)], cancellationToken);
        var processes = await db.Set<TechnologyProcess>().OrderBy(process => process.Slug).AsFacts().ToListAsync(cancellationToken);
        return [new SitePage("/cong-nghe", Changed: null), .. processes.Select(fact => new SitePage(fact.Url, changed.GetValueOrDefault(fact.Id)))];
    }
}
