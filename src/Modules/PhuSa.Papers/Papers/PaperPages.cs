using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Papers;

/// <summary>The register of papers is one for both houses and at home on the Department's site.</summary>
internal sealed class PaperPages(AppDbContext db) : ISitePages
{
    public string Theme => SiteThemes.Department;

    public async Task<IReadOnlyList<SitePage>> AllAsync(CancellationToken cancellationToken)
    {
        var changed = await db.ChangedAsync([typeof(Paper)], cancellationToken);
        var papers = await PaperQueries.Public(db).OrderBy(paper => paper.Code).Select(paper => new { paper.Id, paper.Code }).ToListAsync(cancellationToken);
        return [new SitePage(PaperAddress.List, Changed: null), .. papers.Select(paper => new SitePage(PaperAddress.Of(paper.Code), changed.GetValueOrDefault(paper.Id)))];
    }
}
