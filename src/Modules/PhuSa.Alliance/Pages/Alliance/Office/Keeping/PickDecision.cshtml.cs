using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>What a list holds: its working title and the rows that were picked.</summary>
internal interface IPicking
{
    DecisionCase Case { get; }

    IReadOnlyList<CaseItem> Items { get; }

    PickInput Input { get; }
}

internal sealed class PickInput
{
    [Display(Name = "Tên gọi của danh sách")]
    [Required(ErrorMessage = "Nhập tên gọi của danh sách")]
    [StringLength(ListedDecision.TitleMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Title { get; set; }

    public List<Guid> Rows { get; set; } = [];
}

/// <summary>A new list: which appraised rows it holds.</summary>
internal sealed class NewDecisionModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : CasePage(desk, cases, text), IPicking
{
    /// <summary>Made with the form, so that a form sent twice makes one list.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public PickInput Input { get; set; } = new();

    public IReadOnlyList<CaseItem> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsKind())
        {
            return NotFound();
        }

        NewId = Guid.CreateVersion7(new DateTimeOffset(Desk.Now));
        Items = await Case.ItemsAsync(null, cancellationToken);
        Input.Rows = [.. Items.Select(item => item.Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsKind())
        {
            return NotFound();
        }

        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        if (await Case.FindAsync(NewId, cancellationToken) is not null)
        {
            return Redirect(Case.AddressOf(NewId));
        }

        Items = await Case.ItemsAsync(null, cancellationToken);
        if (Input.Rows.Count == 0)
        {
            Wrong("Input.Rows", "Chọn ít nhất một dòng");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        Desk.Db.Add(Case.New(NewId, Line(Input.Title)!));
        await Case.PickAsync(NewId, Input.Rows.ToHashSet(), cancellationToken);
        await Desk.SaveAsync(cancellationToken);
        return Redirect(Case.AddressOf(NewId));
    }
}

/// <summary>Changes what a list holds while it is being put together.</summary>
internal sealed class PickDecisionModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : CasePage(desk, cases, text), IPicking
{
    [BindProperty]
    public PickInput Input { get; set; } = new();

    public IReadOnlyList<CaseItem> Items { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken) || Decision.Status != DecisionStatus.Preparing)
        {
            return NotFound();
        }

        Version = Decision.Version;
        Items = await Case.ItemsAsync(Decision, cancellationToken);
        (Input.Title, Input.Rows) = (Decision.Title, [.. Items.Where(item => item.IsPicked).Select(item => item.Id)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(cancellationToken))
        {
            return NotFound();
        }

        Items = await Case.ItemsAsync(Decision, cancellationToken);
        if (Decision.Status != DecisionStatus.Preparing)
        {
            throw new RefusedException("Danh sách này không sửa được nữa: nay là “{0}”.", DecisionFlow.Table[Decision.Status].PublicName);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        MustBeAsShown();
        Decision.Rename(Line(Input.Title)!);

        // What stands on the list is the rows' to say; the decision carries the version that keeps two lists from being written at once.
        Desk.Db.Entry(Decision).Property(d => d.Version).IsModified = true;
        await Case.PickAsync(Id, Input.Rows.ToHashSet(), cancellationToken);
        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }
}
