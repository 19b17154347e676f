using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Alliance.Decisions;
using PhuSa.Alliance.Office;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Alliance.Pages.Alliance.Office.Deciding;

/// <summary>Records that the decision was signed: its paper is found by its number, and its day is the paper's.</summary>
internal sealed class SignModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : CaseStepPage(desk, cases, text, DecisionAction.Sign)
{
    private PaperFact? _paper;

    [BindProperty]
    public SignInput Input { get; set; } = new();

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return;
        }

        var found = (await Desk.Papers.SignedAsync(Input.Number!, cancellationToken)).Where(paper => paper.Kind == PaperKind.Decision).ToList();
        _paper = found.Find(paper => paper.SignedOn.Precision == Precision.Day) ?? found.FirstOrDefault();
        if (_paper is null)
        {
            Wrong("Input.Number", "Không có quyết định nào đã ký mang số này trong sổ văn bản");
        }
    }

    protected override Task TakeAsync(CancellationToken cancellationToken) => Case.SignAsync(Decision, _paper!, cancellationToken);
}

internal sealed class SignInput
{
    [Display(Name = "Số, ký hiệu quyết định")]
    [Required(ErrorMessage = "Nhập số, ký hiệu quyết định")]
    [StringLength(80, ErrorMessage = AllianceInput.TooLong)]
    public string? Number { get; set; }
}

/// <summary>Records the day of the ceremony; it changes nothing in law.</summary>
internal sealed class AnnounceModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : CaseStepPage(desk, cases, text, DecisionAction.Announce)
{
    [BindProperty]
    public AnnounceInput Input { get; set; } = new();

    protected override Task CheckAsync(CancellationToken cancellationToken)
    {
        if (Input.On > Today)
        {
            Wrong("Input.On", "Ngày công bố không thể sau hôm nay");
        }

        if (Input.On < Decision.SignedOn.From)
        {
            Wrong("Input.On", "Ngày công bố không được sớm hơn ngày ký quyết định.");
        }

        return Task.CompletedTask;
    }

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Decision.Announce(RecordTime.Day(Input.On!.Value), Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}

internal sealed class AnnounceInput
{
    [Display(Name = "Ngày công bố")]
    [Required(ErrorMessage = "Nhập ngày công bố")]
    [Range(typeof(DateOnly), AllianceInput.FirstDay, AllianceInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = AllianceInput.OutsideDays)]
    public DateOnly? On { get; set; }
}

/// <summary>The number is void: nothing follows from the list any more, and what was asked is open again.</summary>
internal sealed class VoidModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : CaseStepPage(desk, cases, text, DecisionAction.Void), IAsksWhy
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    protected override Task TakeAsync(CancellationToken cancellationToken) => Case.VoidAsync(Decision, Block(Input.Why)!, cancellationToken);
}
