using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Ceremonies;
using PhuSa.Papers.Contracts;

namespace PhuSa.Marks.Pages.Marks.Office.Ceremonies;

/// <summary>One ceremony and the rights that it names.</summary>
internal sealed class ShowModel(CeremonyDesk desk) : PageModel
{
    public HandoverCeremony Ceremony { get; private set; } = null!;

    public IReadOnlyList<HandedLine> Lines { get; private set; } = [];

    public PaperFact? Paper { get; private set; }

    public bool MayKeep { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } ceremony)
        {
            return NotFound();
        }

        (Ceremony, Lines) = (ceremony, await desk.LinesAsync(ceremony, cancellationToken));
        Paper = ceremony.PaperId is { } paper ? (await desk.Grants.Papers.OfAsync([paper], cancellationToken)).GetValueOrDefault(paper) : null;
        MayKeep = desk.MayKeep(ceremony);
        return Page();
    }
}
