using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;
using PhuSa.Support.Verdicts;

namespace PhuSa.Support.Applications;

/// <summary>The support schemes and the applications that may be shown are at home on the Department's site.</summary>
internal sealed class ApplicationPages(AppDbContext db) : ISitePages
{
    public string Theme => SiteThemes.Department;

    public async Task<IReadOnlyList<SitePage>> AllAsync(CancellationToken cancellationToken)
    {
        var parts = await db.Set<Verdict>().Select(verdict => new { verdict.Id, verdict.ApplicationId }).ToDictionaryAsync(verdict => verdict.Id, verdict => verdict.ApplicationId, cancellationToken);
        var changed = await db.ChangedAsync([typeof(SupportApplication), typeof(Verdict)], parts, cancellationToken);
        var applications = await db.Set<SupportApplication>().Public().AsFacts().ToListAsync(cancellationToken);
        return [new SitePage("/ho-tro", Changed: null), .. applications.Select(fact => new SitePage(fact.Url, changed.GetValueOrDefault(fact.Id)))];
    }
}
