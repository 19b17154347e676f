using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Papers.Pages.Papers.Office;

/// <summary>A page that takes one step with a record, on <c>_MoveForm</c> or a form of its own.</summary>
internal interface IMovePage
{
    /// <summary>The record as it was shown: a stale form is refused.</summary>
    int Version { get; }

    /// <summary>Where “Thôi” leads.</summary>
    string Address { get; }
}

/// <summary>A page that asks why, on <c>_ReasonForm</c>.</summary>
internal interface IAsksWhy : IMovePage
{
    ReasonInput Input { get; }
}

/// <summary>Why: whoever looks the number up later has a right to be told.</summary>
internal sealed class ReasonInput
{
    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = "{0} dài tối đa {1} ký tự")]
    public string? Why { get; set; }
}

/// <summary>What a page about a paper works with.</summary>
internal sealed class PaperDesk(AppDbContext db, PaperReach reach, ISignedIn signedIn, TimeProvider clock)
{
    public AppDbContext Db => db;

    public PaperReach Reach => reach;

    public SignedIn Person => signedIn.Person!;

    public Actor By => Person.AsActor();

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => VietnamTime.Today(clock);
}

/// <summary>A page about one paper that the person's organisation keeps; another's is not there.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class PaperOfficePage(PaperDesk desk) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Paper Paper { get; private set; } = null!;

    public string Address => PapersRights.Of(Id);

    public DateOnly Today => desk.Today;

    protected PaperDesk Desk => desk;

    protected virtual async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        var paper = await (await desk.Reach.SeenAsync(cancellationToken)).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == Id, cancellationToken);
        if (paper is null || !await desk.Reach.KeepsAsync(paper, cancellationToken))
        {
            return false;
        }

        Paper = paper;
        return true;
    }

    protected static PageResult Invalid() => new() { StatusCode = StatusCodes.Status422UnprocessableEntity };
}

/// <summary>A page that moves a paper one step of its flow.</summary>
internal abstract class PaperMovePage(PaperDesk desk, PaperAction action) : PaperOfficePage(desk), IMovePage, IStepForm
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken) || PaperFlow.Table.Next(Paper.Status, action) is null)
        {
            return NotFound();
        }

        Version = Paper.Version;
        await FillAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Desk.Db.Entry(Paper).Property(p => p.Version).OriginalValue = Version;
        await MoveAsync(cancellationToken);
        await Desk.Db.SaveChangesAsync(cancellationToken);
        return Redirect(Address);
    }

    public async Task<int?> VersionNowAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ? Paper.Version : null;

    /// <summary>What stands in the fields at first.</summary>
    protected virtual Task FillAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What no attribute of the input can say.</summary>
    protected virtual void Check()
    {
    }

    protected abstract Task MoveAsync(CancellationToken cancellationToken);
}
