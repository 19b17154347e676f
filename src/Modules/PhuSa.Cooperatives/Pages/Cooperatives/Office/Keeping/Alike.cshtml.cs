using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Cooperatives.Office;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping;

/// <summary>Pairs of files that may be one cooperative, the likeliest first; each opens the page that merges them.</summary>
internal sealed class AlikeModel(AlikeFiles alike) : PageModel
{
    public const int PageSize = 30;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<AlikePair> Pairs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Number = number;
        (Count, Pairs) = await alike.PageAsync((number - 1) * PageSize, PageSize, cancellationToken);
        return number > 1 && Pairs.Count == 0 ? NotFound() : Page();
    }
}
