using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Web;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Articles;

/// <summary>Any two versions of an article side by side.</summary>
internal sealed class CompareModel(AppDbContext db, EditorialDesk desk, KeptSites sites, IFiles files, Texts text) : ArticleOfficePage(desk, PublishingRights.Read)
{
    [FromQuery(Name = "a")]
    public int A { get; set; }

    [FromQuery(Name = "b")]
    public int B { get; set; }

    public DifferenceShown Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await FoundAsync(cancellationToken))
        {
            return NotFound();
        }

        var versions = await db.Set<ArticleVersion>().AsNoTracking().Where(v => v.ArticleId == Id && (v.Number == A || v.Number == B)).ToDictionaryAsync(v => v.Number, cancellationToken);
        if (!versions.TryGetValue(A, out var before) || !versions.TryGetValue(B, out var after))
        {
            return NotFound();
        }

        Shown = new(Heading(before), Heading(after), await DifferenceShown.PartsAsync(db, sites, files, Id, before.Read(), after.Read(), cancellationToken));
        return Page();
    }

    private string Heading(ArticleVersion version) => text["Bản {0}, {1}, {2}", version.Number, version.By, Texts.Moment(version.At)];
}
