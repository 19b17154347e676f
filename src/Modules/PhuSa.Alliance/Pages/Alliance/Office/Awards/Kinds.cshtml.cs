using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Awards;
using PhuSa.Alliance.Office;

namespace PhuSa.Alliance.Pages.Alliance.Office.Awards;

/// <summary>The forms of award for which somebody may be nominated.</summary>
internal sealed class KindsModel(AllianceDesk desk) : PageModel
{
    public IReadOnlyList<AwardKind> Kinds { get; private set; } = [];

    public bool MayKeep => desk.MayKeep;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Kinds = await desk.Db.Set<AwardKind>().AsNoTracking().OrderBy(k => k.IsRetired).ThenBy(k => k.Id).ToListAsync(cancellationToken);
}
