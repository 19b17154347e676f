using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;

namespace PhuSa.Alliance.Pages.Alliance.Office.Fees;

/// <summary>One receipt, as it is printed.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ReceiptModel(AllianceDesk desk) : PageModel
{
    public FeeReceipt Kept { get; private set; } = null!;

    public OrganisationFact Organisation { get; private set; } = null!;

    public StatusFacts Status => ReceiptFlow.Table[Kept.Status];

    public bool MayVoid => desk.MayKeep && Kept.Status == ReceiptStatus.Issued;

    public IEnumerable<(string Word, Step Step)> Steps => Kept.Steps.OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Select(s => (s.From is null ? "Lập phiếu thu" : "Huỷ phiếu thu", s));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.Db.Set<FeeReceipt>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } receipt)
        {
            return NotFound();
        }

        Kept = receipt;
        Organisation = await desk.FactAsync(receipt.OrganisationId, cancellationToken);
        return Page();
    }
}
