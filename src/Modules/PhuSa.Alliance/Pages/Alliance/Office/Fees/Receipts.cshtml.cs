using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;

namespace PhuSa.Alliance.Pages.Alliance.Office.Fees;

/// <summary>The book of receipts of one year, in the order of their numbers.</summary>
internal sealed class ReceiptsModel(ReceiptList list) : PageModel
{
    public int Year { get; private set; }

    public IReadOnlyList<FeeReceipt> Receipts { get; private set; } = [];

    public IReadOnlyDictionary<Guid, OrganisationFact> Named { get; private set; } = new Dictionary<Guid, OrganisationFact>();

    /// <summary>Of those that stand.</summary>
    public long Sum { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Year = list.FilterOf(Request.Query).Year;
        (Receipts, Named) = await list.OfAsync(Year, cancellationToken);
        Sum = Receipts.Where(r => r.Status == ReceiptStatus.Issued).Sum(r => r.Amount);
    }
}
