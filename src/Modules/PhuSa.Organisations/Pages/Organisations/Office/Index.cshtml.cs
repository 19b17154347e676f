using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Organisations.Contracts;
using PhuSa.Organisations.Office;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Organisations.Pages.Organisations.Office;

/// <summary>Every organisation: filtered by the address, in Vietnamese order, with counts that open their lists.</summary>
internal sealed class IndexModel(OrganisationBook book, ISignedIn signedIn) : PageModel
{
    public const int PageSize = 30;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public OrganisationFilter Filter { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<OrganisationRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<OrganisationKind, int> Counts { get; private set; } = new Dictionary<OrganisationKind, int>();

    public bool MayKeep => signedIn.Person!.May(OrganisationRights.Keep);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Number = number;
        Filter = OrganisationFilter.Of(Request.Query);
        (Count, Rows) = await book.PageAsync(Filter, (number - 1) * PageSize, PageSize, cancellationToken);
        Counts = await book.CountsAsync(Filter, cancellationToken);
        return number > 1 && Rows.Count == 0 ? NotFound() : Page();
    }
}
