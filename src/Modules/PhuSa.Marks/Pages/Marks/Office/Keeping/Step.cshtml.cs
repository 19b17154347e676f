using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Inspections;
using PhuSa.Marks.Labels;
using PhuSa.Marks.Office;
using PhuSa.Marks.Regulations;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping;

/// <summary>A right is suspended, restored, taken away or given up; each with its day, its reason and its paper.</summary>
internal sealed class StepModel(GrantDesk desk, LabelDesk labels, RegulationBook regulations, InspectionDesk inspections, Texts text) : GrantStepPage<GrantStepInput>(desk, text)
{
    public const string CauseKey = "kiem-tra";
    private MarkRegulation? _regulation;

    /// <summary>The steps by the word of the address.</summary>
    public static IReadOnlyDictionary<string, GrantAction> Words { get; } = new Dictionary<string, GrantAction>(StringComparer.Ordinal)
    {
        ["tam-dung"] = GrantAction.Suspend,
        ["dung-lai"] = GrantAction.Resume,
        ["thu-hoi"] = GrantAction.Revoke,
        ["tra-lai"] = GrantAction.HandBack,
    };

    [FromRoute(Name = "buoc")]
    public string Word { get; set; } = "";

    public GrantAction Move => Words[Word];

    /// <summary>The labels of the right: what it leaves in the holder's hands.</summary>
    public LabelLedger Ledger { get; private set; } = null!;

    /// <summary>The inspections of the right that can have led to a suspension or a revocation.</summary>
    public IReadOnlyList<InspectionVisit> Visits { get; private set; } = [];

    /// <summary>The inspection from whose page the step is begun.</summary>
    [FromQuery(Name = CauseKey)]
    public string? Cause { get; set; }

    public string? UntilLabel => Move switch
    {
        GrantAction.Suspend => "Hạn khắc phục",
        GrantAction.Revoke => "Chưa được trao lại đến hết ngày",
        _ => null,
    };

    protected override GrantAction Action => Move;

    protected override GrantNews News => base.News with { VisitId = Input.Visit };

    public static string Consequence(GrantAction action) => action switch
    {
        GrantAction.Suspend => "Trang kiểm tra nhãn báo “Đang tạm dừng” ngay khi lưu.",
        GrantAction.Resume => "Trang kiểm tra nhãn thôi báo “Đang tạm dừng” ngay khi lưu.",
        GrantAction.Revoke => "Trang kiểm tra nhãn báo “Đã thu hồi” ngay khi lưu. Việc này không lùi lại được; muốn trao lại thì ghi quyền mới.",
        _ => "Trang kiểm tra nhãn báo “Đã trả lại quyền” ngay khi lưu. Việc này không lùi lại được; muốn trao lại thì ghi quyền mới.",
    };

    /// <summary>The ban after a revocation is proposed as the regulation in force has it; the officer may write what the decision says.</summary>
    protected override void Begin()
    {
        base.Begin();
        Input.Visit = Guid.TryParse(Cause, out var cause) && Visits.Any(visit => visit.Id == cause) ? cause : null;
        Input.Until = Move == GrantAction.Revoke ? _regulation?.BannedUntil(Desk.Today) : null;
    }

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        await base.CheckAsync(cancellationToken);
        if (Input.Visit is { } visit && Visits.All(known => known.Id != visit))
        {
            Wrong("Input.Visit", "Chọn một lượt kiểm tra đã có kết quả của quyền này, hoặc để trống.");
        }

        if (UntilLabel is not null && Input.Until < Input.On)
        {
            Wrong("Input.Until", "Hạn không được sớm hơn ngày có hiệu lực.");
        }
    }

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        switch (Move)
        {
            case GrantAction.Suspend:
                Grant.Suspend(News, Input.Until, Desk.By, Desk.Now);
                break;
            case GrantAction.Resume:
                Grant.Resume(News, Desk.By, Desk.Now);
                break;
            case GrantAction.Revoke:
                Grant.Revoke(News, Input.Until, Desk.By, Desk.Now);
                break;
            default:
                Grant.HandBack(News, Desk.By, Desk.Now);
                break;
        }

        return Task.CompletedTask;
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (!Words.ContainsKey(Word) || !await base.IsFoundAsync(cancellationToken))
        {
            return false;
        }

        _regulation = await regulations.OnAsync(Mark.Id, Desk.Today, cancellationToken);
        Visits = Move is GrantAction.Suspend or GrantAction.Revoke ? [.. (await inspections.OfGrantAsync(Id, cancellationToken)).Where(visit => visit.CarriedOutOn is not null)] : [];
        Ledger = await labels.LedgerAsync(Id, cancellationToken);
        return true;
    }
}

internal sealed class GrantStepInput : GrantMoveInput
{
    [Display(Name = "Hạn")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? Until { get; set; }

    [Display(Name = "Theo lượt kiểm tra")]
    public Guid? Visit { get; set; }
}
