using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Incoming;
using PhuSa.Papers.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Papers.Pages.Papers.Office;

/// <summary>A page that changes one paper of the person's own incoming book; another organisation's is not there.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class IncomingMovePage(PaperDesk desk) : PageModel, IMovePage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public IncomingPaper Paper { get; private set; } = null!;

    public string Address => PapersRights.OfIncoming(Id);

    public DateOnly Today => desk.Today;

    protected PaperDesk Desk => desk;

    protected abstract bool IsOpenTo(IncomingPaper paper);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || !IsOpenTo(Paper))
        {
            return NotFound();
        }

        Version = Paper.Version;
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
        await CheckAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        desk.Db.Entry(Paper).Property(p => p.Version).OriginalValue = Version;
        await MoveAsync(desk.By, desk.Now, cancellationToken);
        await desk.Db.SaveChangesAsync(cancellationToken);
        return Redirect(Address);
    }

    /// <summary>What the form shows beside its fields.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What stands in the fields at first.</summary>
    protected virtual void Fill()
    {
    }

    /// <summary>What no attribute of the input can say.</summary>
    protected virtual Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected abstract Task MoveAsync(Actor by, DateTime now, CancellationToken cancellationToken);

    protected async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Paper = (await desk.Reach.OwnArrived().AsSplitQuery().SingleOrDefaultAsync(p => p.Id == Id, cancellationToken))!;
        return Paper is not null;
    }
}

/// <summary>A page that takes one step of the flow.</summary>
internal abstract class IncomingStepPage(PaperDesk desk, IncomingAction action) : IncomingMovePage(desk), IStepForm
{
    public async Task<int?> VersionNowAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ? Paper.Version : null;

    protected override bool IsOpenTo(IncomingPaper paper) => IncomingFlow.Table.Next(paper.Status, action) is not null;
}

/// <summary>A step that says why.</summary>
internal abstract class IncomingReasonPage(PaperDesk desk, IncomingAction action) : IncomingStepPage(desk, action), IAsksWhy
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    protected string Why => Input.Why!.Trim();
}
