using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

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
internal sealed class NewDecisionModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : AlliancePage(desk, text), IPicking
{
    [FromRoute(Name = "loai")]
    public string Word { get; set; } = "";

    public DecisionCase Case { get; private set; } = null!;

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

        Desk.Db.Add(Case.New(NewId, VietnameseText.OnOneLine(Input.Title)!));
        await Case.PickAsync(NewId, Input.Rows.ToHashSet(), cancellationToken);
        await Desk.SaveAsync(cancellationToken);
        return Redirect(Case.AddressOf(NewId));
    }

    private bool IsKind() => (Case = cases.FirstOrDefault(known => known.Word == Word)!) is not null;
}

/// <summary>Changes what a list holds while it is being put together.</summary>
internal sealed class PickDecisionModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : AllianceEditing<PickInput>(desk, text), IPicking
{
    private CaseOfAddress _found = null!;

    [FromRoute(Name = "loai")]
    public string Word { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public DecisionCase Case => _found.Case;

    public string Name => _found.Name;

    public IReadOnlyList<CaseItem> Items { get; private set; } = [];

    public override string Address => Case.AddressOf(Id);

    protected override bool MayBegin => _found.Decision.Status == DecisionStatus.Preparing;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await CaseOfAddress.FindAsync(Desk, cases, Word, Id, Text, cancellationToken) is not { } found)
        {
            return false;
        }

        _found = found;
        Items = await Case.ItemsAsync(found.Decision, cancellationToken);
        return true;
    }

    protected override PickInput Stored() => new() { Title = _found.Decision.Title, Rows = [.. Items.Where(item => item.IsPicked).Select(item => item.Id)] };

    protected override IEnumerable<(string Label, string? Words)> Told(PickInput input) =>
    [
        ("Tên gọi của danh sách", VietnameseText.OnOneLine(input.Title)),
        .. Items.Where(item => input.Rows.Contains(item.Id)).Select(item => ("Chọn vào danh sách", (string?)item.Name)),
    ];

    protected override Task CheckAsync(CancellationToken cancellationToken) => MayBegin
        ? Task.CompletedTask
        : throw new RefusedException("Danh sách này không sửa được nữa: nay là “{0}”.", DecisionFlow.Table[_found.Decision.Status].PublicName);

    protected override async Task ApplyAsync(CancellationToken cancellationToken)
    {
        _found.Decision.Rename(VietnameseText.OnOneLine(Input.Title)!);

        // What stands on the list is the rows' to say; the decision carries the version that keeps two lists from being written at once.
        Desk.Db.Entry(_found.Decision).Property(d => d.Version).IsModified = true;
        await Case.PickAsync(Id, Input.Rows.ToHashSet(), cancellationToken);
    }
}
