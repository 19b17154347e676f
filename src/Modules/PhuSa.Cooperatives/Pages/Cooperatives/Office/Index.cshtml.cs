using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office;

/// <summary>The register: filtered by the address, in Vietnamese order, with counts that open their lists.</summary>
internal sealed class IndexModel(RegistryBook book, RegistryUnits units, ISignedIn signedIn) : PageModel
{
    public const int PageSize = 30;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public RegistryFilter Filter { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<PlacedLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Counts { get; private set; } = new Dictionary<string, IReadOnlyDictionary<string, int>>();

    public bool MayKeep => signedIn.Person!.May(RegistryRights.Keep);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Number = number;
        Filter = RegistryFilter.Of(Request.Query);
        (Count, Lines) = await book.PageAsync(Filter, (number - 1) * PageSize, PageSize, cancellationToken);
        if (number > 1 && Lines.Count == 0)
        {
            return NotFound();
        }

        Counts = await book.CountsAsync(Filter, cancellationToken);
        if (Filter.Unit is { } unit)
        {
            (UnitName, UnitWord) = await units.NameAsync(unit, cancellationToken);
        }

        return Page();
    }

    /// <summary>The unit that the list is narrowed to.</summary>
    public string? UnitName { get; private set; }

    /// <summary>What it is narrowed to where that is no unit; a key of the English table.</summary>
    public string? UnitWord { get; private set; }

    /// <summary>Something is chosen that stands in the folded part of the filter.</summary>
    public bool IsNarrow => Filter.ByBordersOfToday || Filter.Chosen.Keys.Any(key => key != RegistryFilter.StatusKey);

    /// <summary>Where the count of a choice leads: the list that it counts.</summary>
    public string UrlOf(Facet facet, FacetChoice choice) => RegistryRights.Address + Filter.With(facet, choice.Word).Query;
}
