using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Reports;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Reports;

/// <summary>The reports of a year: filtered by the address, with counts that open their lists.</summary>
internal sealed class IndexModel(ReportDesk desk, ReportBook book, ISignedIn signedIn) : PageModel
{
    public const int PageSize = 30;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public ReportFilter Filter { get; private set; } = null!;

    public RatingRule Rule { get; private set; } = null!;

    public IReadOnlyList<int> Years => desk.Years;

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<ReportLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Counts { get; private set; } = new Dictionary<string, IReadOnlyDictionary<string, int>>();

    public IReadOnlyList<UnitCount> Units { get; private set; } = [];

    /// <summary>Of the lines, by their ids.</summary>
    public IReadOnlyDictionary<Guid, PlaceShown> Places { get; private set; } = new Dictionary<Guid, PlaceShown>();

    public bool MayKeep => signedIn.Person!.May(RegistryRights.Keep);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Number = number;
        Filter = ReportFilter.Of(Request.Query, desk.Years, desk.YearNow);
        Rule = RatingRules.Of(Filter.Year)!;
        (Count, Lines) = await book.PageAsync(Filter, (number - 1) * PageSize, PageSize, cancellationToken);
        if (number > 1 && Lines.Count == 0)
        {
            return NotFound();
        }

        Counts = await book.CountsAsync(Filter, cancellationToken);
        Units = await book.UnitsAsync(Filter, cancellationToken);
        Places = await book.PlacesAsync(Lines, cancellationToken);
        return Page();
    }
}
