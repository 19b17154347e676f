using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Pages.Papers;

internal sealed class IndexModel(AppDbContext db, PaperQueries queries) : PageModel
{
    public const int PageSize = 20;
    private const int MostPages = 100_000;

    [BindProperty(SupportsGet = true, Name = "trang")]
    public string? Trang { get; set; }

    public int Number { get; private set; } = 1;

    public int Total { get; private set; }

    public int Pages => (Total + PageSize - 1) / PageSize;

    public int First => ((Number - 1) * PageSize) + 1;

    public int Last => Math.Min(Number * PageSize, Total);

    public IReadOnlyList<PaperFact> Papers { get; private set; } = [];

    public static string KindOf(PaperFact paper) => PaperWords.Of(paper.Kind);

    public static StatusFacts StatusOf(PaperFact paper) => PaperFlow.Table[paper.IsVoided ? PaperStatus.Voided : PaperStatus.Recorded];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!int.TryParse(Trang ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostPages)
        {
            return NotFound();
        }

        Number = number;
        Total = await PaperQueries.Public(db).CountAsync(cancellationToken);

        // Papers whose day of signing is not known come last; the databases disagree on where to put a missing value.
        var ordered = PaperQueries.Public(db).OrderBy(p => p.SignedOn.From == null).ThenByDescending(p => p.SignedOn.From).ThenBy(p => p.Code);
        Papers = await queries.FactsAsync(ordered.Skip((number - 1) * PageSize).Take(PageSize), cancellationToken);
        return number > 1 && Papers.Count == 0 ? NotFound() : Page();
    }
}
