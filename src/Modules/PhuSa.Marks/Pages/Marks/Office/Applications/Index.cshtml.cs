using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Applications;
using PhuSa.Marks.Office;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Marks.Pages.Marks.Office.Applications;

/// <summary>The queue of applications by their last day, filtered by the address, with counts that open their lists.</summary>
internal sealed class IndexModel(ApplicationList list, GrantDesk desk) : PageModel
{
    public const int Size = 30;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public ApplicationFilter Filter { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public DateOnly Today => list.Today;

    public IReadOnlyList<ApplicationLine> Lines { get; private set; } = [];

    public IReadOnlyList<ApplicationChoice> States { get; private set; } = [];

    public IReadOnlyList<ApplicationChoice> Marks { get; private set; } = [];

    public bool MayKeep { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Filter = ApplicationFilter.Of(Request.Query);
        var all = await list.AllAsync(cancellationToken);
        var chosen = Filter.Among(all, Today).ToList();
        (Number, Count, Lines) = (number, chosen.Count, [.. chosen.Skip((number - 1) * Size).Take(Size)]);
        (States, Marks) = (Filter.States(all, Today), Filter.Marks(all, Today));
        MayKeep = (await desk.KeptMarksAsync(cancellationToken)).Count > 0;
        return number > 1 && Lines.Count == 0 ? NotFound() : Page();
    }
}
