using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Decisions;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping;

/// <summary>The paper, and which other rights of the batch it gives.</summary>
internal sealed class DecideInput : PaperInput
{
    public IList<Guid> Also { get; init; } = [];
}

/// <summary>The register came first and the paper after: the decision that gives a right, and others of its batch with it, in one go.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class DecideModel(GrantDesk desk, UndecidedGrants undecided, Texts text) : PageModel, IPicksPaper
{
    private IReadOnlyList<MarkGrant> _rights = [];

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public DecideInput Input { get; set; } = new();

    PaperInput IPicksPaper.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public bool MustHavePaper => true;

    public CertificationMark Mark { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>The other rights of the batch, by holder and product.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Others { get; private set; } = [];

    public string Address => MarkRights.Of(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        Input = new DecideInput { Also = [.. Others.Select(right => right.Id)] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        var picked = (await desk.PaperAsync(Input.Number, Input.Paper, cancellationToken)).MustBeTold(Input, ModelState, text);
        PaperChoices = picked.Choices;
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        foreach (var right in _rights.Where(right => right.Id == Id || Input.Also.Contains(right.Id)))
        {
            right.Decide(picked.Paper!.Id);
        }

        await desk.Db.SaveOrTellAsync(cancellationToken);
        return Redirect(Address);
    }

    private async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Id, cancellationToken) is not { DecisionId: null } grant)
        {
            return false;
        }

        Mark = await desk.MarkAsync(grant.MarkId, cancellationToken);
        if (!desk.Person.MayKeep(Mark.OwnerId))
        {
            return false;
        }

        _rights = await undecided.WithAsync(grant, cancellationToken);
        var holders = await desk.Organisations.OfAsync(_rights.Select(right => right.HolderId), cancellationToken);
        var names = _rights.Select(right => (right.Id, Name: $"{holders[right.HolderId].Name} · {right.Product}")).ToList();
        (Name, Others) = (names[0].Name, [.. names.Skip(1).OrderBy(right => right.Name, VietnameseOrder.Instance)]);
        return true;
    }
}
