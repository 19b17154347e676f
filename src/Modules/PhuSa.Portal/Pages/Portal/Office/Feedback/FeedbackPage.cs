using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web.Editing;
using PhuSa.Portal.Feedback;
using PhuSa.Portal.Sites;

namespace PhuSa.Portal.Pages.Portal.Office.Feedback;

/// <summary>A page about one piece of feedback on a site of one's own agency; another agency's is not there.</summary>
internal abstract class FeedbackPage(AppDbContext db, KeptSites sites, ISignedIn signedIn) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The record as it was shown: a stale form is refused.</summary>
    [BindProperty]
    public int Version { get; set; }

    public FeedbackItem Item { get; private set; } = null!;

    public Site Site { get; private set; } = null!;

    public string Address => $"{FeedbackRights.Office}/{Id}";

    protected AppDbContext Db => db;

    protected SignedIn Person => signedIn.Person!;

    protected async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var item = await db.Set<FeedbackItem>().SingleOrDefaultAsync(f => f.Id == Id, cancellationToken);
        if (item is null || OwnSites.Of(await sites.DirectoryAsync(cancellationToken), Person).FirstOrDefault(site => site.Code == item.Site) is not { } own)
        {
            return false;
        }

        (Item, Site) = (item, own);
        return true;
    }
}

/// <summary>A page that moves feedback one step of its flow.</summary>
internal abstract class FeedbackMovePage(AppDbContext db, KeptSites sites, ISignedIn signedIn, TimeProvider clock) : FeedbackPage(db, sites, signedIn), IMovePage, IStepForm
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Version = Item.Version;
        await PrepareAsync(cancellationToken);
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        await PrepareAsync(cancellationToken);
        Check();
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        Db.Entry(Item).Property(f => f.Version).OriginalValue = Version;
        await using var transaction = await Db.Database.BeginTransactionAsync(cancellationToken);
        await MoveAsync(Person.AsActor(), clock.GetUtcNow().UtcDateTime, cancellationToken);
        await Db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Redirect(Address);
    }

    public async Task<int?> VersionNowAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ? Item.Version : null;

    /// <summary>What the form shows beside its fields.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What stands in the fields at first.</summary>
    protected virtual void Fill()
    {
    }

    /// <summary>What no attribute of the input can say.</summary>
    protected virtual void Check()
    {
    }

    protected abstract Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken);
}
