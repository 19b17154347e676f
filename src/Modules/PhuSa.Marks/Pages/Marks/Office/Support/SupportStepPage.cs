using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Office.Support;
using PhuSa.Marks.Pages.Marks.Office.Collective;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Marks.Pages.Marks.Office.Support;

/// <summary>A page that takes one step with a request or a contract.</summary>
internal abstract class SupportStepPage<TInput>(SupportDesk desk, Texts text) : StepPage(desk.Db, text), IPicksPaper, IFilingStep
    where TInput : FilingMoveInput, new()
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public TInput Input { get; set; } = new();

    PaperInput IPicksPaper.Input => Input;

    FilingMoveInput IFilingStep.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public SupportedFiling Mark { get; private set; } = null!;

    public virtual bool NeedsReason => false;

    protected SupportDesk Desk => desk;

    protected MoveNews News => new(Input.On!.Value, GrantForms.Block(Input.Why), Paper?.Id);

    protected PaperFact? Paper { get; private set; }

    protected abstract DateOnly? LastDay { get; }

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        var picked = (await desk.PaperAsync(Input.Number, Input.Paper, cancellationToken)).Told(Input, ModelState, Text);
        (Paper, PaperChoices) = (picked.Paper, picked.Choices);
        if (GrantForms.Block(Input.Why) is null && (NeedsReason || Input.Number is null))
        {
            Wrong("Input.Why", NeedsReason ? "Ghi lý do của việc này." : "Ghi căn cứ của việc này, hoặc số văn bản.");
        }

        CheckDay(Input.On, LastDay, desk.Today);
    }

    protected async Task<bool> IsOfAsync(Guid? markId, CancellationToken cancellationToken)
    {
        if (markId is not { } mark)
        {
            return false;
        }

        Mark = await desk.MarkAsync(mark, cancellationToken);
        return true;
    }
}

/// <summary>A page that takes one step with a request.</summary>
internal abstract class RequestStepPage<TInput>(SupportDesk desk, Texts text) : SupportStepPage<TInput>(desk, text)
    where TInput : FilingMoveInput, new()
{
    public MarkSupportRequest Case { get; private set; } = null!;

    public abstract SupportRequestAction Action { get; }

    public override string Address => SupportRights.OfRequest(Id);

    protected override DateOnly? LastDay => Case.Acts.Select(act => act.On).Append(Case.AskedOn).Max();

    protected override int VersionNow => Case.Version;

    protected override bool IsNext => SupportRequestFlow.Table.Next(Case.Status, Action) is not null;

    protected override string Standing => SupportRequestFlow.Table[Case.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => Case.Steps;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) =>
        (Case = (await Desk.RequestAsync(Id, cancellationToken))!) is not null && await IsOfAsync(Case.MarkId, cancellationToken);
}

/// <summary>A page that takes one step with a contract.</summary>
internal abstract class ContractStepPage<TInput>(SupportDesk desk, Texts text) : SupportStepPage<TInput>(desk, text)
    where TInput : FilingMoveInput, new()
{
    public MarkSupportContract Case { get; private set; } = null!;

    public abstract ContractAction Action { get; }

    public override string Address => SupportRights.OfContract(Id);

    protected override DateOnly? LastDay => Case.Acts.Count == 0 ? null : Case.Acts.Max(act => act.On);

    protected override int VersionNow => Case.Version;

    protected override bool IsNext => ContractFlow.Table.Next(Case.Status, Action) is not null;

    protected override string Standing => ContractFlow.Table[Case.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => Case.Steps;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) =>
        (Case = (await Desk.ContractAsync(Id, cancellationToken))!) is not null && await IsOfAsync(Case.MarkId, cancellationToken);
}
