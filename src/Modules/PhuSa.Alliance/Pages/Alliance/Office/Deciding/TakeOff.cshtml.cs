using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Deciding;

/// <summary>A step with one row of a signed list; the decision and its other rows stand.</summary>
internal abstract class RowStepPage(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : AllianceStepPage(desk, text)
{
    private CaseOfAddress _found = null!;

    [FromRoute(Name = "loai")]
    public string Word { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "dong")]
    public Guid RowId { get; set; }

    public CaseItem Line { get; private set; } = null!;

    public string Name => _found.Name;

    public override string Address => Case.AddressOf(Id);

    public ListedRow Row => Line.Row!;

    protected DecisionCase Case => _found.Case;

    protected ListedDecision Decision => _found.Decision;

    protected bool IsInForce => DecisionFlow.Table.Counting.Contains(Decision.Status);

    protected override int VersionNow => Decision.Version;

    protected override string Standing => Row.IsOff ? ListedRow.OffWord : DecisionFlow.Table[Decision.Status].PublicName;

    protected override IReadOnlyList<Step> Taken =>
        Row is { OffAt: { } at, OffBy: { } by } ? [new Step(nameof(ListedRow.TakeOff), from: null, nameof(ListedRow.TakeOff), new Actor(by), at, Row.OffWhy, paperId: null)] : Decision.Steps;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await CaseOfAddress.FindAsync(Desk, cases, Word, Id, Text, cancellationToken) is not { } found
            || (await found.Case.ItemsAsync(found.Decision, cancellationToken)).FirstOrDefault(item => item.Id == RowId) is not { Row: not null } line)
        {
            return false;
        }

        (_found, Line) = (found, line);
        return true;
    }
}

/// <summary>Takes one row off a signed list by a correcting paper.</summary>
internal sealed class TakeOffModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : RowStepPage(desk, cases, text)
{
    [BindProperty]
    public TakeOffInput Input { get; set; } = new();

    protected override bool IsNext => !Row.IsOff && IsInForce;

    protected override Task TakeAsync(CancellationToken cancellationToken) =>
        Case.CorrectAsync(Decision, RowId, new Correction(VietnameseText.OnOneLine(Input.Source)!, Block(Input.Why)!), cancellationToken);
}

/// <summary>Puts a row back that was taken off by mistake.</summary>
internal sealed class PutBackModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : RowStepPage(desk, cases, text), IAsksWhy
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    protected override bool IsNext => Row.IsOff && IsInForce;

    protected override Task TakeAsync(CancellationToken cancellationToken) => Case.PutBackAsync(Decision, Line, Block(Input.Why)!, cancellationToken);
}

internal sealed class TakeOffInput : ReasonInput
{
    [Display(Name = "Văn bản đính chính")]
    [Required(ErrorMessage = "Nhập số, ngày của văn bản đính chính")]
    [StringLength(ListedRow.SourceMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Source { get; set; }
}
