using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Places.Office;
using PhuSa.Places.Places;
using PhuSa.Platform;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web.TagHelpers;

namespace PhuSa.Places.Pages.Places.Office;

/// <summary>Administrative units, old and new, and what became of the old ones.</summary>
internal sealed class IndexModel(PlaceBook book, ISignedIn signedIn, TimeProvider clock) : PageModel
{
    public const int PageSize = 30;
    public const int MostWords = 100;

    /// <summary>The words of the address for each level.</summary>
    public static IReadOnlyDictionary<string, PlaceLevel> Levels { get; } = new Dictionary<string, PlaceLevel>(StringComparer.Ordinal)
    {
        ["tinh"] = PlaceLevel.Province,
        ["huyen"] = PlaceLevel.District,
        ["xa"] = PlaceLevel.Commune,
    };

    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "cap")]
    public string? Level { get; set; }

    [BindProperty(SupportsGet = true, Name = "con")]
    public string? InForce { get; set; }

    [BindProperty(SupportsGet = true, Name = PagingTagHelper.Parameter)]
    public string? Trang { get; set; }

    public int Number { get; private set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<PlaceLine> Lines { get; private set; } = [];

    public bool MayKeep => signedIn.Person!.May(PlacesRights.Keep);

    public bool IsNarrowed => Asked != new PlaceFilter(null, null, InForce: false);

    private PlaceFilter Asked => new(
        string.IsNullOrWhiteSpace(Words) ? null : Words.Trim()[..Math.Min(Words.Trim().Length, MostWords)],
        Level is not null && Levels.TryGetValue(Level, out var level) ? level : null,
        InForce == "1");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 10_000)
        {
            return NotFound();
        }

        Number = number;
        (Count, Lines) = await book.OfAsync(Asked, VietnamTime.Today(clock), (number - 1) * PageSize, PageSize, cancellationToken);
        return number > 1 && Lines.Count == 0 ? NotFound() : Page();
    }
}
