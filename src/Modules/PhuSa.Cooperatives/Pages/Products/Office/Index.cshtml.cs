using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Products;
using PhuSa.Places.Contracts;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Cooperatives.Pages.Products.Office;

/// <summary>Products as officers read them, filtered by the address, with counts that open their lists.</summary>
internal sealed class IndexModel(OcopBook book, OcopDesk desk) : PageModel
{
    public const int Size = 30;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public OcopFilter Filter { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<OcopLine> Lines { get; private set; } = [];

    public IReadOnlyList<(RowFacet<OcopRow> Facet, IReadOnlyList<OcopCount> Counts)> Facets { get; private set; } = [];

    public IReadOnlyList<UnitCount> Units { get; private set; } = [];

    /// <summary>Of the lines, by their ids.</summary>
    public IReadOnlyDictionary<Guid, PlaceShown> Places { get; private set; } = new Dictionary<Guid, PlaceShown>();

    public bool MayKeep => desk.MayKeep;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Filter = OcopFilter.Of(Request.Query, OcopFilter.Facets);
        var found = await book.PageAsync(Filter, onlyPublic: false, (number - 1) * Size, Size, cancellationToken);
        Facets = [.. OcopFilter.Facets.Select(facet => (facet, Filter.CountsOf(facet, found.Kinds)))];
        (Number, Count, Lines) = (number, found.Count, found.Lines);
        Units = await book.UnitsAsync(Filter, cancellationToken);
        Places = await book.PlacesAsync(Lines, cancellationToken);
        return number > 1 && Lines.Count == 0 ? NotFound() : Page();
    }
}
