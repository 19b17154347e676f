using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Office.Collective;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>A page that puts a paper to a collective mark.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal abstract class PaperOfMarkPage<TInput>(CollectiveDesk desk, Texts text) : PageModel, IPicksPaper
    where TInput : PaperInput, new()
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public TInput Input { get; set; } = new();

    PaperInput IPicksPaper.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public bool MustHavePaper => true;

    public CollectiveMark Mark { get; private set; } = null!;

    public string Address => CollectiveRights.Of(Id);

    protected CollectiveDesk Desk => desk;

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

        Put(picked.Paper!.Id);

        // The paper is a part's; the mark carries the version that keeps two from writing at once.
        desk.Db.Entry(Mark).Property(m => m.Version).IsModified = true;
        await desk.Db.SaveOrTellAsync(cancellationToken);
        return Redirect(Address);
    }

    protected abstract void Put(Guid paperId);

    protected virtual async Task<bool> IsFoundAsync(CancellationToken cancellationToken) => (Mark = (await desk.FindAsync(Id, cancellationToken))!) is not null;
}
