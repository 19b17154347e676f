using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.Office;
using PhuSa.Marks.Reports;
using PhuSa.Platform.Rights;

namespace PhuSa.Marks.Pages.Marks.Office.Reports;

/// <summary>One report of a label.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowModel(GrantDesk desk) : PageModel
{
    public LabelReport Report { get; private set; } = null!;

    public bool MayKeep => desk.Person.May(MarkRights.Keep) && desk.Person.May(HouseRights.DepartmentWork);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Report = (await desk.Db.Set<LabelReport>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, cancellationToken))!;
        return Report is null ? NotFound() : Page();
    }
}
