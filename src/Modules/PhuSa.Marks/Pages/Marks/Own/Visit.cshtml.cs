using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Inspections;

namespace PhuSa.Marks.Pages.Marks.Own;

/// <summary>An inspection as the holder's own people read it: when, what to keep ready, what was found. What is not told yet is not there.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class VisitModel(InspectionDesk desk) : PageModel
{
    public InspectionVisit Visit { get; private set; } = null!;

    public string Mark { get; private set; } = "";

    public IReadOnlyList<(VisitRight Looked, MarkGrant Grant)> Rights { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindOwnAsync(id, cancellationToken) is not { } visit)
        {
            return NotFound();
        }

        (Visit, Mark, Rights) = (visit, (await desk.Grants.MarkAsync(visit.MarkId, cancellationToken)).Name, await desk.RightsAsync(visit, cancellationToken));
        return Page();
    }
}
