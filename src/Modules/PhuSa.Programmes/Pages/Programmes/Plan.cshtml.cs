using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Platform;
using PhuSa.Platform.Figures;
using PhuSa.Platform.Web;
using PhuSa.Programmes.Plans;
using PhuSa.Programmes.Printing;
using PhuSa.Programmes.Reviews;

namespace PhuSa.Programmes.Pages.Programmes;

/// <summary>A plan: each line with what was promised, what was done in its year, and what it carries on from an earlier plan.</summary>
internal sealed class PlanModel(PlanReader plans, FigureBook book, ReviewUses uses, TimeProvider clock) : PageModel
{
    /// <summary>One slot is drawn for each unit promised up to this many; beyond it the numbers stand alone.</summary>
    public const int MostSlots = 12;

    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);

    public PlanContent Plan { get; private set; } = null!;

    public DateTime AsOf { get; private set; }

    public Dictionary<string, ReviewFigure> Figures { get; } = new(StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        if (await plans.FindAsync(slug, cancellationToken) is not { } plan)
        {
            return NotFound();
        }

        Plan = plan;
        AsOf = clock.GetUtcNow().UtcDateTime;
        foreach (var line in plan.Lines)
        {
            if (line.Figure is { } code && await book.FindAsync(code, cancellationToken) is { } figure)
            {
                Figures[code] = new ReviewFigure(await FigureState.ReadAsync(figure, FigureRequest.UpTo(VietnamTime.Today(clock)), cancellationToken), Frozen: null);
                _addresses[code] = await uses.EvidenceAddressAsync(code, cancellationToken) ?? $"/ke-hoach/{slug}#{line.Code}";
            }
        }

        return Page();
    }

    public FigureLink Link(ReviewFigure figure, TokenForm form) => figure.Link(_addresses[figure.Code], form);
}
