using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Office;

namespace PhuSa.Alliance.Pages.Alliance.Office.Fees;

/// <summary>What the members owe and paid for a year; or only who still owes.</summary>
internal sealed class IndexModel(AllianceDesk desk, FeeBook book, FeeList list) : PageModel
{
    public FeeFilter Filter { get; private set; } = null!;

    public int Year => Filter.Year;

    public bool OnlyOpen => Filter.OnlyOpen;

    public IReadOnlyList<FeeLineOfYear> Lines { get; private set; } = [];

    public int Owing { get; private set; }

    public FeeSums Sums { get; private set; } = null!;

    public FeeSchedule? Schedule { get; private set; }

    public bool MayKeep => desk.MayKeep;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Filter = list.FilterOf(Request.Query);
        Schedule = Dues.InForce(await book.SchedulesAsync(cancellationToken), Year);
        (Lines, Owing) = await list.OfAsync(Filter, cancellationToken);
        Sums = FeeSums.Of(Lines);
    }
}
