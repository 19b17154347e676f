using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>Voids a receipt with a reason. It stays, and its number is never given again.</summary>
internal sealed class VoidReceiptModel(AllianceDesk desk, Texts text) : AlliancePage(desk, text), IAsksWhy
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public FeeReceipt Kept { get; private set; } = null!;

    public string Address => $"{AllianceRights.Fees}/phieu-thu/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken) || Kept.Status != ReceiptStatus.Issued)
        {
            return NotFound();
        }

        Version = Kept.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Desk.Db.Entry(Kept).Property(r => r.Version).OriginalValue = Version;
        Kept.Void(Block(Input.Why)!, Desk.By, Desk.Now);
        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }

    private async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        Kept = (await Desk.Db.Set<FeeReceipt>().AsSplitQuery().SingleOrDefaultAsync(r => r.Id == Id, cancellationToken))!;
        return Kept is not null;
    }
}
