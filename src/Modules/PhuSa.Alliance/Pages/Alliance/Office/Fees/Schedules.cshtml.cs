using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;

namespace PhuSa.Alliance.Pages.Alliance.Office.Fees;

/// <summary>The versions of the fee schedule, the latest first.</summary>
internal sealed class SchedulesModel(AllianceDesk desk, FeeBook book, ClassNames classes) : PageModel
{
    public IReadOnlyList<FeeSchedule> Schedules { get; private set; } = [];

    public ClassBook Classes { get; private set; } = null!;

    public bool MayKeep => desk.MayKeep;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Schedules = await book.SchedulesAsync(cancellationToken);
        Classes = await classes.AllAsync(cancellationToken);
    }
}
