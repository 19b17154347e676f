using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Office;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Marks.Pages.Marks.Office.Inspections;

/// <summary>The inspections of all certification marks, filtered by the address, with counts that open their lists.</summary>
internal sealed class IndexModel(VisitList list, GrantDesk desk) : PageModel
{
    public const int Size = 30;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public VisitFilter Filter { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<VisitLine> Lines { get; private set; } = [];

    public IReadOnlyList<GrantFacet> Facets { get; private set; } = [];

    public bool MayKeep { get; private set; }

    public DateOnly Today => list.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Filter = VisitFilter.Of(Request.Query);
        var all = await list.AllAsync(cancellationToken);
        var chosen = Filter.Among(all, list.Today);
        (Number, Count, Lines) = (number, chosen.Count, [.. chosen.Skip((number - 1) * Size).Take(Size)]);
        Facets = Filter.Facets(all, list.Today);
        MayKeep = (await desk.KeptMarksAsync(cancellationToken)).Count > 0;
        return number > 1 && Lines.Count == 0 ? NotFound() : Page();
    }
}
