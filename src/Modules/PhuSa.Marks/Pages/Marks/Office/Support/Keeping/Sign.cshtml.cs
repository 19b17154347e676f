using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Office.Support;
using PhuSa.Marks.Pages.Marks.Office.Collective;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Marks.Pages.Marks.Office.Support.Keeping;

/// <summary>The contract that an agreed request becomes: its paper, day, value and, where told, what it is made of.</summary>
internal sealed class SignModel(SupportDesk desk, Texts text) : RequestStepPage<SignInput>(desk, text), IBreaksDown
{
    /// <summary>Made with the form, so that a form sent twice makes one contract.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    IReadOnlyList<long?> IBreaksDown.Items => Input.Items;

    public override SupportRequestAction Action => SupportRequestAction.SignContract;

    /// <summary>A signed contract leads to its own page.</summary>
    public override string Address => Case?.ContractId is { } contract ? SupportRights.OfContract(contract) : base.Address;

    protected override void Begin()
    {
        NewId = Desk.NewId();
        Input.Value = Case.AskedAmount;
    }

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        await base.CheckAsync(cancellationToken);
        if (ContractForms.Wrong(Input.Items, Input.Value, Text) is { } wrong)
        {
            ModelState.AddModelError("Input.Value", wrong);
        }

        if (NewId == Guid.Empty)
        {
            Wrong("", "Biểu mẫu gửi lên thiếu ô. Mở lại trang rồi nhập lại.");
        }
    }

    protected override async Task TakeAsync(CancellationToken cancellationToken)
    {
        var money = new ContractMoney(Input.Value, Paid: null, RecordTime.Unknown, RecordTime.Unknown, Liquidated: null, RecordTime.Unknown);
        var contract = new MarkSupportContract(NewId, await Desk.FreeCodeAsync(Mark, cancellationToken), Case.MarkId, Paper?.Id, money, ContractStatus.Signed, Desk.By, Desk.Now);
        contract.Worth(money, ContractForms.Read(Input.Items), Desk.NewId);
        contract.Describe(Paper?.Id, programme: null, Case.Source);
        contract.ComeOf(Case.Id);
        Case.Sign(contract.Id, News, Desk.By, Desk.Now);
        Desk.Db.Add(contract);
    }
}

internal sealed class SignInput : FilingMoveInput
{
    [Display(Name = "Giá trị hợp đồng (đồng)")]
    [Required(ErrorMessage = "Nhập giá trị hợp đồng")]
    [Range(1, MarkSupportContract.MostAmount, ErrorMessage = "{0} phải lớn hơn 0 và không quá {2} đồng")]
    public long? Value { get; set; }

    /// <summary>One for each item, in their order.</summary>
    public List<long?> Items { get; set; } = [];
}
