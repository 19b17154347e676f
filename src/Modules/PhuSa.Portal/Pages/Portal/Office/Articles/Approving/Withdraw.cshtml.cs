using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web.Editing;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Publishing;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Articles.Approving;

/// <summary>Takes a published article away from readers, for good, and ends the revision that is open: a bad text does not wait for whoever is changing it.</summary>
internal sealed class WithdrawModel(AppDbContext db, EditorialDesk desk, ArticleReach reach, PublishingNotices notices) : ArticleOfficePage(desk, PublishingRights.Publish), IAsksWhy, IStepForm
{
    /// <summary>The article as it was shown: a stale form is refused.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    /// <summary>Whose draft ends with it; empty where no revision is open.</summary>
    public IReadOnlyList<string> Drafters { get; private set; } = [];

    private IEnumerable<Guid> Places => Hand.Article.Places.Select(place => place.CategoryId);

    private IReadOnlySet<SiteTheme> Mine => PublishingRights.BodiesOf(Desk.Person, PublishingRights.Publish);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await StandsOnMineAsync(cancellationToken) || Hand.Article.Status != ArticleStatus.Published)
        {
            return NotFound();
        }

        Version = Hand.Article.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await StandsOnMineAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        db.Entry(Hand.Article).Property(a => a.Version).OriginalValue = Version;
        var others = await reach.BodiesAsync(Places, cancellationToken);
        others.ExceptWith(Mine);
        if (Hand.Revision is { } revision)
        {
            revision.EndWithArticle(Input.Why!, Desk.By, Desk.Now);
            Hand.Article.Forget();
        }

        Hand.Article.Withdraw(Input.Why!, Desk.By, Desk.Now);
        var writers = await Desk.AllWritersAsync(Hand.Article, cancellationToken);
        await notices.WithdrawnAsync(Hand, Input.Why!, [.. writers.Where(writer => writer != Desk.Person.PersonId)], others, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return Redirect(Address);
    }

    public async Task<int?> VersionNowAsync(CancellationToken cancellationToken) => await StandsOnMineAsync(cancellationToken) ? Hand.Article.Version : null;

    /// <summary>A body to whose site a draft would only bring it takes nothing from the other's.</summary>
    private async Task<bool> StandsOnMineAsync(CancellationToken cancellationToken)
    {
        if (!await FoundAsync(cancellationToken) || !(await reach.BodiesAsync(Places, cancellationToken)).Overlaps(Mine))
        {
            return false;
        }

        if (Hand.Revision is { } revision)
        {
            var saved = await db.Set<ArticleVersion>().Where(v => v.ArticleId == Id && v.RevisionId == revision.Id).OrderBy(v => v.Number).Select(v => v.By).ToListAsync(cancellationToken);
            Drafters = [.. saved.Distinct(StringComparer.Ordinal)];
        }

        return true;
    }
}
