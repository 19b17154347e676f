using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.FilingSupport;
using PhuSa.Marks.Office;
using PhuSa.Marks.Office.Support;
using PhuSa.Marks.Register;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Support.Keeping;

/// <summary>Puts the value, the breakdown, the source and the paper of a contract right, with the reason; its payments stay.</summary>
internal sealed class CorrectModel(SupportDesk desk, Acting acting, Texts text) : EditingPage<CorrectContractInput>(desk.Db, text), IPicksPaper, IBreaksDown
{
    private MarkSupportContract _contract = null!;
    private PaperFact? _stored;
    private PaperFact? _paper;

    [FromRoute]
    public Guid Id { get; set; }

    PaperInput IPicksPaper.Input => Input;

    IReadOnlyList<long?> IBreaksDown.Items => Input.Items;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public string Name { get; private set; } = "";

    public string Address => SupportRights.OfContract(Id);

    /// <summary>The sum of payments is asked for where no payment is recorded one by one.</summary>
    public bool AsksPaid => _contract.Status != ContractStatus.Signed && _contract.Acts.All(act => act.Amount is null);

    protected override string Home => Address;

    protected override async Task<bool> IsFoundAsync(CancellationToken cancellationToken)
    {
        if (await desk.ContractAsync(Id, cancellationToken) is not { } contract)
        {
            return false;
        }

        _contract = contract;
        _stored = contract.PaperId is { } paper ? (await desk.Papers.OfAsync([paper], cancellationToken)).GetValueOrDefault(paper) : null;
        Name = (await desk.MarkAsync(contract.MarkId, cancellationToken)).Name;
        return true;
    }

    protected override CorrectContractInput Stored() => new()
    {
        Value = _contract.Value,
        Paid = _contract.PaidAmount,
        Items = [.. ContractForms.Every.Select(item => _contract.Items.FirstOrDefault(line => line.Item == item)?.Amount)],
        Source = _contract.Source,
        Number = _stored?.Number,
        Paper = _stored?.Id,
    };

    protected override IEnumerable<(string Label, string? Words)> Told(CorrectContractInput input) =>
    [
        ("Giá trị hợp đồng", Money(input.Value)),
        ("Số tiền đã chi", AsksPaid ? Money(input.Paid) : null),
        .. ContractForms.Every.Zip(input.Items, (item, amount) => (FeeLine.Of(item), Money(amount))),
        ("Nguồn", VietnameseText.OnOneLine(input.Source)),
        ("Số, ký hiệu văn bản", VietnameseText.OnOneLine(input.Number)),
    ];

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (ContractForms.Wrong(Input.Items, Input.Value, Text) is { } wrong)
        {
            ModelState.AddModelError("Input.Value", wrong);
        }

        var picked = await desk.PaperAsync(Input.Number, Input.Paper, cancellationToken);
        if (picked.Paper is null && _stored is { } kept && VietnameseText.OnOneLine(Input.Number) == kept.Number)
        {
            picked = new PickedPaper(kept, []);
        }

        picked.Told(Input, ModelState, Text);
        (_paper, PaperChoices) = (picked.Paper, picked.Choices);
        try
        {
            Corrected().MustFit(_contract.Status);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("Input.Value", Text[refused.Text, [.. refused.Args]]);
        }
    }

    protected override Task ApplyAsync(CancellationToken cancellationToken)
    {
        acting.As(desk.By, GrantForms.Block(Input.Why), _paper?.Id);
        _contract.Worth(Corrected(), ContractForms.Read(Input.Items), desk.NewId);
        _contract.Describe(VietnameseText.OnOneLine(Input.Number) is null && _stored is null ? _contract.PaperId : _paper?.Id, _contract.Programme, VietnameseText.OnOneLine(Input.Source));
        return Task.CompletedTask;
    }

    /// <summary>The breakdown is parts'; the contract carries the version that keeps two from writing at once.</summary>
    protected override void BeforeSave() => desk.Db.Entry(_contract).Property(c => c.Version).IsModified = true;

    private static string? Money(long? amount) => amount is { } known ? Dong.WithUnit(known) : null;

    private ContractMoney Corrected() => AsksPaid ? _contract.Money with { Value = Input.Value, Paid = Input.Paid } : _contract.Money with { Value = Input.Value };
}

internal sealed class CorrectContractInput : PaperInput
{
    [Display(Name = "Giá trị hợp đồng (đồng)")]
    [Range(1, MarkSupportContract.MostAmount, ErrorMessage = "{0} phải lớn hơn 0 và không quá {2} đồng")]
    public long? Value { get; set; }

    [Display(Name = "Tổng số tiền đã chi (đồng)")]
    [Range(0, MarkSupportContract.MostAmount, ErrorMessage = "{0} không được âm và không quá {2} đồng")]
    public long? Paid { get; set; }

    /// <summary>One for each item, in their order.</summary>
    public List<long?> Items { get; set; } = [];

    [Display(Name = "Nguồn")]
    [StringLength(MarkColumns.SourceMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Source { get; set; }

    [Display(Name = "Lý do sửa")]
    [Required(ErrorMessage = "Nhập lý do sửa")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Why { get; set; }
}
