using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office;

/// <summary>A page about one decision of the kind that its address names.</summary>
internal abstract class CasePage(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : AlliancePage(desk, text)
{
    [FromRoute(Name = "loai")]
    public string Word { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public DecisionCase Case { get; private set; } = null!;

    public ListedDecision Decision { get; private set; } = null!;

    public string Address => Case.AddressOf(Id);

    /// <summary>Its paper as the office calls it, or what the list is called.</summary>
    public string Name { get; private set; } = "";

    protected bool IsKind()
    {
        Case = cases.FirstOrDefault(known => known.Word == Word)!;
        return Case is not null;
    }

    protected async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (!IsKind() || await Case.FindAsync(Id, cancellationToken) is not { } decision)
        {
            return false;
        }

        Decision = decision;
        var papers = await Desk.Papers.OfAsync(decision.PaperId is { } paper ? [paper] : [], cancellationToken);
        Name = papers.Values.FirstOrDefault()?.Citation ?? decision.Title ?? Text[Case.Title];
        return true;
    }

    /// <summary>A form that was opened before somebody else changed the decision is refused.</summary>
    protected void MustBeAsShown() => Desk.Db.Entry(Decision).Property(d => d.Version).OriginalValue = Version;
}

/// <summary>A page that takes one step with a decision.</summary>
internal abstract class CaseStepPage(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text, DecisionAction action) : CasePage(desk, cases, text)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken) || DecisionFlow.Table.Next(Decision.Status, action) is null)
        {
            return NotFound();
        }

        Version = Decision.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        Decision.MustAllow(action);
        await CheckAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        MustBeAsShown();
        await TakeAsync(cancellationToken);
        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }

    protected virtual Task CheckAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected abstract Task TakeAsync(CancellationToken cancellationToken);
}
