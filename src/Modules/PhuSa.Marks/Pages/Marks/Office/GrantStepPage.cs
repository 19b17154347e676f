using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Marks.Pages.Marks.Office;

/// <summary>From when, why and by which paper: whoever looks at the record later has a right to be told.</summary>
internal class GrantMoveInput : PaperInput
{
    [Display(Name = "Có hiệu lực từ ngày")]
    [Required(ErrorMessage = "Nhập ngày có hiệu lực")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? On { get; set; }

    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Why { get; set; }
}

/// <summary>A page that takes one step with a right to a mark for which the person records.</summary>
internal abstract class GrantStepPage<TInput>(GrantDesk desk, Texts text) : StepPage(desk.Db, text), IPicksPaper
    where TInput : GrantMoveInput, new()
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public TInput Input { get; set; } = new();

    PaperInput IPicksPaper.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public MarkGrant Grant { get; private set; } = null!;

    public CertificationMark Mark { get; private set; } = null!;

    public OrganisationFact Holder { get; private set; } = null!;

    public override string Address => MarkRights.Of(Id);

    protected GrantDesk Desk => desk;

    protected abstract GrantAction Action { get; }

    protected virtual GrantNews News => new(Input.On!.Value, GrantForms.Block(Input.Why), Paper?.Id);

    protected PaperFact? Paper { get; private set; }

    protected override int VersionNow => Grant.Version;

    protected override bool IsNext => GrantFlow.Table.Next(Grant.Status, Action) is not null;

    protected override string Standing => GrantFlow.Table[Grant.Status].PublicName;

    protected override IReadOnlyList<Step> Taken => Grant.Steps;

    protected override void Begin() => Input.On = desk.Today;

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        var picked = (await desk.PaperAsync(Input.Number, Input.Paper, cancellationToken)).Told(Input, ModelState, Text);
        (Paper, PaperChoices) = (picked.Paper, picked.Choices);
        if (Input.On > desk.Today)
        {
            Wrong("Input.On", "Ngày có hiệu lực không thể sau hôm nay.");
        }

        if (Grant.Last() is { } last && Input.On < last.On)
        {
            Wrong("Input.On", "Ngày có hiệu lực không được sớm hơn việc đã ghi gần nhất ({0:dd/MM/yyyy}).", last.On);
        }
        else if (Input.On < Grant.GivenOn.From && Grant.GivenOn.From <= desk.Today)
        {
            Wrong("Input.On", "Ngày có hiệu lực không được sớm hơn ngày trao quyền.");
        }
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Id, cancellationToken) is not { } grant)
        {
            return false;
        }

        (Grant, Mark) = (grant, await desk.MarkAsync(grant.MarkId, cancellationToken));
        Holder = (await desk.Organisations.OfAsync([grant.HolderId], cancellationToken))[grant.HolderId];
        return desk.Person.MayKeep(Mark.OwnerId);
    }

    protected static string? Day(DateOnly? day) => day is { } known ? VietnamTime.Written(known) : null;
}
