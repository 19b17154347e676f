using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office;

/// <summary>A step that was recorded without a paper.</summary>
/// <param name="Record">What it is a step of: it carries the version that keeps two from writing at once, for the paper is a part's.</param>
/// <param name="Word">What the step did; a key of the English table.</param>
/// <param name="Put">Gives the step its paper.</param>
internal sealed record Uncited(IJournaled Record, string Name, string Word, DateOnly On, Action<Guid> Put);

/// <summary>The register came first and the paper after: a step that was recorded without a paper gets it.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class CitePage(GrantDesk desk, Texts text) : PageModel, IPicksPaper
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "viec")]
    public Guid ActId { get; set; }

    [BindProperty]
    public PaperInput Input { get; set; } = new();

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public bool MustHavePaper => true;

    public Uncited Act { get; private set; } = null!;

    /// <summary>Of the record.</summary>
    public abstract string Address { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await IsFoundAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        var picked = (await desk.PaperAsync(Input.Number, Input.Paper, cancellationToken)).MustBeTold(Input, ModelState, text);
        PaperChoices = picked.Choices;
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        Act.Put(picked.Paper!.Id);
        desk.Db.Entry(Act.Record).Property("Version").IsModified = true;
        await desk.Db.SaveOrTellAsync(cancellationToken);
        return Redirect(Address);
    }

    /// <returns>The step where the person records on it and it has no paper yet.</returns>
    protected abstract Task<Uncited?> FindAsync(CancellationToken cancellationToken);

    private async Task<bool> IsFoundAsync(CancellationToken cancellationToken) => (Act = (await FindAsync(cancellationToken))!) is not null;
}
