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

    /// <summary>The decisions of that number among which one is to be picked; empty while the number alone says which it is.</summary>
    public IReadOnlyList<PaperFact> Choices { get; private set; } = [];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return;
        }

        var signed = (await Desk.Papers.SignedAsync(Input.Number!, cancellationToken)).Where(paper => paper.Kind == PaperKind.Decision).ToList();
        var found = Case.OwnPapersOnly ? signed.FindAll(paper => paper.IssuedById == Desk.Person.OrganisationId) : signed;
        if (found.Count == 0)
        {
            Wrong("Input.Number", signed.Count == 0 ? "Không có quyết định nào đã ký mang số này trong sổ văn bản" : "Quyết định mang số này không do Liên minh ban hành. Chỉ quyết định của Liên minh mới kết nạp được thành viên.");
            return;
        }

        // A number begins anew each year, and two bodies may have the same: which one is meant is the leader's to say.
        Choices = found.Count > 1 ? found : [];
        _paper = found.Count > 1 ? found.Find(paper => paper.Id == Input.Paper) : found[0];
        if (_paper is null)
        {
            Wrong("Input.Paper", "Có {0} quyết định mang số này. Chọn đúng một quyết định.", found.Count);
        }
        else if (await Case.HeldByAsync(_paper.Id, Id, cancellationToken) is { } holder)
        {
            Wrong("Input.Number", "{0} đã dùng cho danh sách “{1}”. Mỗi quyết định chỉ dùng cho một danh sách.", _paper.Citation, holder);
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

    /// <summary>Which of several decisions with this number.</summary>
    public Guid? Paper { get; set; }
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

/// <summary>The day of the ceremony was recorded by mistake: it goes, and the right one can be recorded.</summary>
internal sealed class RetractModel(AllianceDesk desk, IEnumerable<DecisionCase> cases, Texts text) : CaseStepPage(desk, cases, text, DecisionAction.Retract), IAsksWhy
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Decision.Retract(Block(Input.Why)!, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}
