using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Memoranda;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>An obligation was met, with what shows it; or is asked for no more, or again, with a reason.</summary>
internal sealed class ObligationStepModel(AllianceDesk desk, Texts text) : MemorandumPage(desk, text), IAsksWhy
{
    /// <summary>The steps by the word of the address.</summary>
    public static IReadOnlyDictionary<string, ObligationAction> Words { get; } = new Dictionary<string, ObligationAction>(StringComparer.Ordinal)
    {
        ["da-xong"] = ObligationAction.Fulfil,
        ["thoi"] = ObligationAction.Waive,
        ["mo-lai"] = ObligationAction.Resume,
    };

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "buoc")]
    public string StepWord { get; set; } = "";

    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public Obligation Kept { get; private set; } = null!;

    public ObligationAction Action { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsStepAsync(cancellationToken) || ObligationFlow.Table.Next(Kept.Status, Action) is null)
        {
            return NotFound();
        }

        Version = Kept.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsStepAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Desk.Db.Entry(Kept).Property(o => o.Version).OriginalValue = Version;
        Kept.Take(Action, Block(Input.Why)!, Desk.By, Desk.Now);
        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }

    private async Task<bool> IsStepAsync(CancellationToken cancellationToken)
    {
        if (!Words.TryGetValue(StepWord, out var action) || !await IsFoundAsync(cancellationToken) || await ObligationAsync(Id, cancellationToken) is not { } obligation)
        {
            return false;
        }

        (Kept, Action) = (obligation, action);
        return true;
    }
}
