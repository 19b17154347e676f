using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Office;
using PhuSa.Cooperatives.Products;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Cooperatives.Pages.Products;

/// <summary>Products that were ever certified; those in force and those that have ended are told apart and both counted.</summary>
internal sealed class IndexModel(OcopBook book, ISites sites) : PageModel
{
    public const int Size = 20;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public OcopFilter Filter { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    /// <summary>There is none, with or without a filter.</summary>
    public bool IsEmpty { get; private set; }

    public int Count { get; private set; }

    public IReadOnlyList<OcopLine> Lines { get; private set; } = [];

    public IReadOnlyList<(RowFacet<OcopRow> Facet, IReadOnlyList<OcopCount> Counts)> Facets { get; private set; } = [];

    /// <summary>In force and ended are told always, the others where there are some.</summary>
    public IReadOnlyList<OcopCount> Told { get; private set; } = [];

    public string Canonical { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Canonical = (await sites.OfThemeAsync(SiteThemes.Alliance, HttpContext, cancellationToken)).Address + Request.Path;
        Filter = OcopFilter.Of(Request.Query, OcopFilter.PublicFacets);
        var found = await book.PageAsync(Filter, onlyPublic: true, (number - 1) * Size, Size, cancellationToken);
        Facets = [.. OcopFilter.PublicFacets.Select(facet => (facet, Filter.CountsOf(facet, found.Kinds)))];
        Told = [.. Facets[0].Counts.Where(choice => choice.Count > 0 || choice.Word is OcopFilter.InForce or OcopFilter.Expired)];
        (Number, Count, Lines) = (number, found.Count, found.Lines);
        IsEmpty = Count == 0 && !await book.AnyPublicAsync(cancellationToken);
        return number > 1 && Lines.Count == 0 ? NotFound() : Page();
    }
}
