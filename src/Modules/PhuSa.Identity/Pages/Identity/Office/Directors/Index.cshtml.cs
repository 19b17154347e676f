using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Identity.Pages.Identity.Office.Directors;

/// <summary>Directors of cooperatives and partners, for the officers who look after them.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class IndexModel(PeopleList list, OutsidePeople outside) : PageModel
{
    public const int PageSize = 20;

    public PeopleFilter Filter { get; private set; } = new();

    public int Number { get; private set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<PersonRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = PagingTagHelper.Parameter)] string? page, CancellationToken cancellationToken)
    {
        Filter = PeopleFilter.Of(Request.Query);
        var ids = await outside.IdsAsync(cancellationToken);
        var people = (await list.OfAsync(Filter, cancellationToken)).Where(p => p.Status != PersonStatus.Erased && EF.Parameter(ids).Contains(p.Id));
        Total = await people.CountAsync(cancellationToken);
        if (!int.TryParse(page ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > PagingTagHelper.Pages(Total, PageSize))
        {
            return NotFound();
        }

        Number = number;
        Rows = await list.RowsAsync(PeopleList.InOrder(people).Skip((number - 1) * PageSize).Take(PageSize), cancellationToken);
        return Page();
    }
}
