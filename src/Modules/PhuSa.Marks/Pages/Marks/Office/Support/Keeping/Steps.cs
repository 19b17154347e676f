using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Office.Support;
using PhuSa.Marks.Pages.Marks.Office.Collective;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Support.Keeping;

/// <summary>A request is agreed to in principle, turned down, or taken back.</summary>
internal sealed class RequestStepModel(SupportDesk desk, Texts text) : RequestStepPage<FilingMoveInput>(desk, text)
{
    [FromRoute(Name = "buoc")]
    public string Word { get; set; } = "";

    public override SupportRequestAction Action => SupportSteps.Of(Word)!.Value;

    public override bool NeedsReason => Action is SupportRequestAction.Decline or SupportRequestAction.TakeBack;

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Case.Take(Action, News, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken) => SupportSteps.Of(Word) is not null && await base.IsFoundAsync(cancellationToken);
}

/// <summary>One payment of perhaps several.</summary>
internal sealed class PayModel(SupportDesk desk, Texts text) : ContractStepPage<PayInput>(desk, text)
{
    public override ContractAction Action => ContractAction.Pay;

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        await base.CheckAsync(cancellationToken);
        if (Input.Amount <= 0)
        {
            Wrong("Input.Amount", "Số tiền phải lớn hơn 0.");
        }
        else if (Case.Status == ContractStatus.Paid && Case.PaidAmount is null)
        {
            Wrong("Input.Amount", "Khoản đã chi trước đây chưa rõ số tiền. Ghi tổng đã chi ở mục Sửa hợp đồng trước.");
        }
        else if (Case.Value is { } value && Input.Amount > value - (Case.PaidAmount ?? 0))
        {
            Wrong("Input.Amount", "Chi lần này thì tổng đã chi lớn hơn giá trị hợp đồng ({0} đồng).", Dong.Figures(value));
        }
    }

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Case.PayPart(Input.Amount!.Value, News, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}

/// <summary>Both sides accept what was done.</summary>
internal sealed class AcceptModel(SupportDesk desk, Texts text) : ContractStepPage<FilingMoveInput>(desk, text)
{
    public override ContractAction Action => ContractAction.Accept;

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Case.AcceptWork(News, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}

/// <summary>Point 16: the contract is liquidated, once, and the totals balance.</summary>
internal sealed class SettleModel(SupportDesk desk, Texts text) : ContractStepPage<SettleInput>(desk, text)
{
    public override ContractAction Action => ContractAction.Liquidate;

    protected override void Begin() => (Input.Liquidated, Input.Returned) = (Case.PaidAmount, 0);

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        await base.CheckAsync(cancellationToken);
        if (Input.Liquidated is { } settled && Input.Returned is { } returned)
        {
            if (Case.PaidAmount is { } paid ? settled > paid || returned != paid - settled : settled > Case.Value)
            {
                Wrong("Input.Liquidated", "Số tiền thanh lý cộng số tiền hoàn trả phải bằng tổng đã chi và không lớn hơn giá trị hợp đồng.");
            }
        }
    }

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Case.Settle(Input.Liquidated!.Value, Input.Returned!.Value, News, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}

internal sealed class PayInput : FilingMoveInput
{
    [Display(Name = "Số tiền chi lần này (đồng)")]
    [Required(ErrorMessage = "Nhập số tiền")]
    public long? Amount { get; set; }
}

internal sealed class SettleInput : FilingMoveInput
{
    [Display(Name = "Số tiền thanh lý (đồng)")]
    [Required(ErrorMessage = "Nhập số tiền")]
    [Range(0, MarkSupportContract.MostAmount, ErrorMessage = "{0} không được âm và không quá {2} đồng")]
    public long? Liquidated { get; set; }

    [Display(Name = "Số tiền hoàn trả (đồng)")]
    [Required(ErrorMessage = "Nhập số tiền")]
    [Range(0, MarkSupportContract.MostAmount, ErrorMessage = "{0} không được âm và không quá {2} đồng")]
    public long? Returned { get; set; }
}
