using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Office.Support;

namespace PhuSa.Marks.Pages.Marks.Office.Support;

/// <summary>One request: what is asked, what comes next, and what happened.</summary>
internal sealed class RequestModel(SupportDesk desk) : PageModel
{
    public MarkSupportRequest Case { get; private set; } = null!;

    public SupportedFiling Mark { get; private set; } = null!;

    public IReadOnlyList<SupportRequestAction> Next { get; private set; } = [];

    public SupportStory Steps { get; private set; } = null!;

    public bool MayKeep => desk.MayKeep;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.RequestAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Case, Mark) = (found, await desk.MarkAsync(found.MarkId, cancellationToken));
        Next = [.. Enum.GetValues<SupportRequestAction>().Where(action => SupportRequestFlow.Table.Next(found.Status, action) is not null)];
        Steps = await SupportStory.OfAsync(SupportRights.OfRequest(id), desk, found.Steps, found.Acts, cancellationToken);
        return Page();
    }
}
