using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Office.Collective;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Marks.Pages.Marks.Office.Collective;

/// <summary>When, and why or by which paper.</summary>
internal class FilingMoveInput : PaperInput
{
    [Display(Name = "Ngày")]
    [Required(ErrorMessage = "Nhập ngày của việc này")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? On { get; set; }

    [Display(Name = "Căn cứ, lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Why { get; set; }
}

/// <summary>A form with the day of a step and what it rests on.</summary>
internal interface IFilingStep
{
    FilingMoveInput Input { get; }

    bool NeedsReason { get; }
}

/// <summary>A page that takes one step with the filing of a collective mark.</summary>
internal abstract class FilingStepPage<TInput>(CollectiveDesk desk, Texts text) : StepPage(desk.Db, text), IPicksPaper, IFilingStep
    where TInput : FilingMoveInput, new()
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public TInput Input { get; set; } = new();

    PaperInput IPicksPaper.Input => Input;

    FilingMoveInput IFilingStep.Input => Input;

    public bool NeedsReason => CollectiveMark.NeedsReason(Action);

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public CollectiveMark Mark { get; private set; } = null!;

    public override string Address => CollectiveRights.Of(Id);

    public abstract FilingAction Action { get; }

    protected CollectiveDesk Desk => desk;

    protected MoveNews News => new(Input.On!.Value, GrantForms.Block(Input.Why), Paper?.Id);

    protected PaperFact? Paper { get; private set; }

    protected override int VersionNow => Mark.Version;

    protected override bool IsNext => FilingFlow.Table.Next(Mark.Status, Action) is not null;

    protected override string Standing => FilingFlow.Table[Mark.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => Mark.Steps;

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        var picked = (await desk.PaperAsync(Input.Number, Input.Paper, cancellationToken)).Told(Input, ModelState, Text);
        (Paper, PaperChoices) = (picked.Paper, picked.Choices);
        if (GrantForms.Block(Input.Why) is null && (NeedsReason || Input.Number is null))
        {
            Wrong("Input.Why", NeedsReason ? "Ghi lý do của việc này." : "Ghi căn cứ của việc này, hoặc số văn bản.");
        }

        CheckDay(Input.On, Mark.Acts.Count == 0 ? null : Mark.Acts.Max(act => act.On), desk.Today);
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) => (Mark = (await desk.FindAsync(Id, cancellationToken))!) is not null;
}
