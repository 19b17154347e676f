using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Office;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Deciding;

/// <summary>Takes one row off a signed list by a correcting paper; the decision and its other rows stand.</summary>
internal sealed class TakeOffModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : AllianceStepPage(desk, text)
{
    private CaseOfAddress _found = null!;

    [FromRoute(Name = "loai")]
    public string Word { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "dong")]
    public Guid RowId { get; set; }

    [BindProperty]
    public TakeOffInput Input { get; set; } = new();

    public CaseItem Line { get; private set; } = null!;

    public string Name => _found.Name;

    public override string Address => _found.Case.AddressOf(Id);

    protected override int VersionNow => _found.Decision.Version;

    protected override bool IsNext => !Row.IsOff && DecisionFlow.Table.Counting.Contains(_found.Decision.Status);

    protected override string Standing => Row.IsOff ? ListedRow.OffWord : DecisionFlow.Table[_found.Decision.Status].PublicName;

    protected override IReadOnlyList<Step> Taken =>
        Row is { OffAt: { } at, OffBy: { } by } ? [new Step(nameof(ListedRow.TakeOff), from: null, nameof(ListedRow.TakeOff), new Actor(by), at, Row.OffWhy, paperId: null)] : _found.Decision.Steps;

    private ListedRow Row => Line.Row!;

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

    protected override Task TakeAsync(CancellationToken cancellationToken) =>
        _found.Case.CorrectAsync(_found.Decision, RowId, new Correction(VietnameseText.OnOneLine(Input.Source)!, Block(Input.Why)!), cancellationToken);
}

internal sealed class TakeOffInput : ReasonInput
{
    [Display(Name = "Văn bản đính chính")]
    [Required(ErrorMessage = "Nhập số, ngày của văn bản đính chính")]
    [StringLength(ListedRow.SourceMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Source { get; set; }
}
