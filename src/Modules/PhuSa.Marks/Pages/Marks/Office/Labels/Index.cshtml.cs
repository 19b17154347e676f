using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Marks.Pages.Marks.Office.Labels;

/// <summary>The labels that are with holders, filtered by the address as the rights are.</summary>
internal sealed class IndexModel(LabelList list) : PageModel
{
    public const int Size = 30;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public GrantFilter Filter { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public long Outstanding { get; private set; }

    public IReadOnlyList<LabelLine> Lines { get; private set; } = [];

    public IReadOnlyList<GrantFacet> Facets { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Filter = GrantFilter.Of(Request.Query);
        var all = await list.OutstandingAsync(cancellationToken);
        var lines = list.Among(Filter, all);
        (Number, Count, Outstanding, Lines) = (number, lines.Count, lines.Sum(line => line.Sums.Outstanding), [.. lines.Skip((number - 1) * Size).Take(Size)]);
        Facets = Filter.Facets([.. all.Select(line => line.Right)], list.Today);
        return number > 1 && Lines.Count == 0 ? NotFound() : Page();
    }
}
