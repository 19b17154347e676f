using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Office;
using PhuSa.Marks.Office.Collective;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Marks.Pages.Marks.Office.Collective;

/// <summary>All collective marks with how far their filing has come, filtered by the address, with counts that open their lists.</summary>
internal sealed class IndexModel(CollectiveList list, CollectiveDesk desk) : PageModel
{
    public const int Size = 30;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public CollectiveFilter Filter { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<CollectiveLine> Lines { get; private set; } = [];

    public IReadOnlyList<GrantFacet> Facets { get; private set; } = [];

    public bool MayKeep => desk.MayKeep;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Filter = CollectiveFilter.Of(Request.Query);
        var all = await list.AllAsync(cancellationToken);
        var chosen = Filter.Among(all, list.Today).ToList();
        (Number, Count, Lines) = (number, chosen.Count, [.. chosen.Skip((number - 1) * Size).Take(Size)]);
        Facets = Filter.Facets(all, list.Today);
        return number > 1 && Lines.Count == 0 ? NotFound() : Page();
    }
}
