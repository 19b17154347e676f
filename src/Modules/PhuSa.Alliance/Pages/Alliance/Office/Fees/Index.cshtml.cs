using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Office;

namespace PhuSa.Alliance.Pages.Alliance.Office.Fees;

/// <summary>What the members owe and paid for a year; or only who still owes.</summary>
internal sealed class IndexModel(AllianceDesk desk, FeeBook book) : PageModel
{
    public const string YearKey = "nam";
    public const string OpenKey = "con-no";
    public const int FirstYear = 1993;

    public int Year { get; private set; }

    public bool OnlyOpen { get; private set; }

    public IReadOnlyList<FeeLineOfYear> Lines { get; private set; } = [];

    public int Owing { get; private set; }

    public FeeSums Sums { get; private set; } = null!;

    public FeeSchedule? Schedule { get; private set; }

    public bool MayKeep => desk.MayKeep;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Year = int.TryParse(Request.Query[YearKey].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= FirstYear && year <= desk.Today.Year + 1 ? year : desk.Today.Year;
        OnlyOpen = Request.Query[OpenKey] == "1";
        Schedule = Dues.InForce(await book.SchedulesAsync(cancellationToken), Year);
        var all = await book.YearAsync(Year, cancellationToken);
        var owing = all.Where(line => line.Open > 0).ToList();
        (Owing, Lines) = (owing.Count, OnlyOpen ? owing : all);
        Sums = FeeSums.Of(Lines);
    }
}
