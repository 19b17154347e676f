using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office;

/// <summary>A page about one memorandum.</summary>
internal abstract class MemorandumPage(AllianceDesk desk, Texts text) : AlliancePage(desk, text)
{
    [FromRoute]
    public string Code { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    public Memorandum Memorandum { get; private set; } = null!;

    public string Address => $"{AllianceRights.Memoranda}/{Memorandum.Code}";

    protected async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        Memorandum = (await Desk.Db.Set<Memorandum>().AsSplitQuery().SingleOrDefaultAsync(m => m.Code == Code, cancellationToken))!;
        return Memorandum is not null;
    }

    /// <returns>The obligation of this memorandum; null where it is another's.</returns>
    protected async Task<Obligation?> ObligationAsync(Guid id, CancellationToken cancellationToken) =>
        await Desk.Db.Set<Obligation>().AsSplitQuery().SingleOrDefaultAsync(o => o.Id == id && o.MemorandumId == Memorandum.Id, cancellationToken);
}
