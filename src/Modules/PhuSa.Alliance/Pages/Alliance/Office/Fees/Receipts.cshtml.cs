using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;

namespace PhuSa.Alliance.Pages.Alliance.Office.Fees;

/// <summary>The book of receipts of one year, in the order of their numbers.</summary>
internal sealed class ReceiptsModel(AllianceDesk desk) : PageModel
{
    public int Year { get; private set; }

    public IReadOnlyList<FeeReceipt> Receipts { get; private set; } = [];

    public IReadOnlyDictionary<Guid, OrganisationFact> Named { get; private set; } = new Dictionary<Guid, OrganisationFact>();

    /// <summary>Of those that stand.</summary>
    public long Sum { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Year = int.TryParse(Request.Query[IndexModel.YearKey].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= IndexModel.FirstYear && year <= desk.Today.Year ? year : desk.Today.Year;
        var asked = Year;
        Receipts = await desk.Db.Set<FeeReceipt>().AsNoTracking().AsSplitQuery().Where(r => r.BookYear == asked).OrderBy(r => r.Number).ToListAsync(cancellationToken);
        Named = await desk.Organisations.OfAsync(Receipts.Select(r => r.OrganisationId), cancellationToken);
        Sum = Receipts.Where(r => r.Status == ReceiptStatus.Issued).Sum(r => r.Amount);
    }
}
