using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Office.Collective;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>A version of the regulation on use, by its paper.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class RegulationModel(CollectiveDesk desk, Texts text) : PageModel, IPicksPaper
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public RegulationInput Input { get; set; } = new();

    PaperInput IPicksPaper.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public bool MustHavePaper => true;

    public CollectiveMark Mark { get; private set; } = null!;

    public string Address => CollectiveRights.Of(Id);

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

        Mark.Regulate(Guid.CreateVersion7(new DateTimeOffset(desk.Now)), Input.From!.Value, picked.Paper!.Id);

        // The paper is a part's; the mark carries the version that keeps two from writing at once.
        desk.Db.Entry(Mark).Property(m => m.Version).IsModified = true;
        await desk.Db.SaveOrTellAsync(cancellationToken);
        return Redirect(Address);
    }

    private async Task<bool> IsFoundAsync(CancellationToken cancellationToken) => (Mark = (await desk.FindAsync(Id, cancellationToken))!) is not null;
}

internal sealed class RegulationInput : PaperInput
{
    [Display(Name = "Áp dụng từ ngày")]
    [Required(ErrorMessage = "Nhập ngày bắt đầu áp dụng")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? From { get; set; }
}
