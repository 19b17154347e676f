using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Ceremonies;
using PhuSa.Marks.Office;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Marks.Pages.Marks.Office.Ceremonies;

/// <summary>The ceremonies at which certificates were handed over, the latest first.</summary>
internal sealed class IndexModel(CeremonyList list, GrantDesk desk) : PageModel
{
    public const int Size = 30;
    private const int MostPages = 10_000;

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public CeremonyFilter Filter { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<HandoverCeremony> Lines { get; private set; } = [];

    public IReadOnlyList<(int Year, int Count, string Query)> Years { get; private set; } = [];

    public bool MayKeep => desk.Person.May(MarkRights.Keep);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Filter = CeremonyFilter.Of(Request.Query);
        var all = await list.AllAsync(cancellationToken);
        var chosen = Filter.Among(all);
        (Number, Count, Lines, Years) = (number, chosen.Count, [.. chosen.Skip((number - 1) * Size).Take(Size)], Filter.Years(all));
        return number > 1 && Lines.Count == 0 ? NotFound() : Page();
    }
}
