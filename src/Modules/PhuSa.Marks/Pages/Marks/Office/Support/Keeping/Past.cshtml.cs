using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Office.Support;
using PhuSa.Marks.Register;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Data;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Support.Keeping;

/// <summary>A contract that was handled on paper comes on record as far as it has come, with a scan, and counts like any other.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[UploadLimit(SupportFiles.MaxMegabytes)]
internal sealed class PastModel(SupportDesk desk, IFiles files, Texts text) : PageModel, IPicksPaper
{
    /// <summary>Made with the form, so that a form sent twice registers one contract.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public PastInput Input { get; set; } = new();

    PaperInput IPicksPaper.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public IReadOnlyList<SupportedFiling> Marks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        NewId = desk.NewId();
        Marks = await desk.MarksAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        if (await IsKnownAsync(cancellationToken))
        {
            return Redirect(SupportRights.OfContract(NewId));
        }

        Marks = await desk.MarksAsync(cancellationToken);
        var picked = (await desk.PaperAsync(Input.Number, Input.Paper, cancellationToken)).Told(Input, ModelState, text);
        PaperChoices = picked.Choices;
        var mark = Marks.FirstOrDefault(known => known.Id == Input.Mark);
        if (mark is null && Input.Mark is not null)
        {
            ModelState.AddModelError("Input.Mark", text["Chọn nhãn hiệu"]);
        }

        CheckMoney();
        return ModelState.IsValid && await IsTakenInAsync(mark!, picked.Paper, cancellationToken) ? Redirect(SupportRights.OfContract(NewId)) : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private Task<bool> IsKnownAsync(CancellationToken cancellationToken) => desk.Db.Set<MarkSupportContract>().AnyAsync(c => c.Id == NewId, cancellationToken);

    private static RecordTime Time(DateOnly? day) => day is { } known ? RecordTime.Day(known) : RecordTime.Unknown;

    private ContractMoney Money() => new(Input.Value, Input.Paid, Time(Input.PaidOn), Time(Input.AcceptedOn), Input.Liquidated, Time(Input.LiquidatedOn), Input.Returned);

    private void CheckMoney()
    {
        foreach (var (field, day) in new[] { ("PaidOn", Input.PaidOn), ("AcceptedOn", Input.AcceptedOn), ("LiquidatedOn", Input.LiquidatedOn) })
        {
            if (day > desk.Today)
            {
                ModelState.AddModelError($"Input.{field}", text["Ngày của việc này không thể sau hôm nay."]);
            }
        }

        if (Input.Status is not { } status || !Enum.IsDefined(status))
        {
            return;
        }

        try
        {
            Money().MustFit(status);
        }
        catch (RefusedException refused)
        {
            ModelState.AddModelError("Input.Status", text[refused.Text, [.. refused.Args]]);
        }
    }

    private async Task<bool> IsTakenInAsync(SupportedFiling mark, PaperFact? paper, CancellationToken cancellationToken)
    {
        var contract = new MarkSupportContract(NewId, await desk.FreeCodeAsync(mark, cancellationToken), mark.Id, paper?.Id, Money(), Input.Status!.Value, desk.By, desk.Now);
        contract.Describe(paper?.Id, programme: null, VietnameseText.OnOneLine(Input.Source));
        contract.WasHandledOnPaper();

        // The file first: where it is refused nothing else is written.
        if (await files.TakeOrTellAsync(Input.File!, SupportFiles.Of(NewId), SupportFiles.Rules, ModelState, text, cancellationToken) is not { } scan)
        {
            return false;
        }

        try
        {
            desk.Db.Add(contract);
            await desk.Db.SaveOrTellAsync(cancellationToken);
        }
        catch (RefusedException)
        {
            await files.RemoveAsync(scan.Id, "Hợp đồng chưa ghi được", cancellationToken);
            if (!await IsKnownAsync(cancellationToken))
            {
                throw;
            }
        }

        return true;
    }
}

internal sealed class PastInput : PaperInput
{
    [Display(Name = "Nhãn hiệu tập thể")]
    [Required(ErrorMessage = "Chọn nhãn hiệu")]
    public Guid? Mark { get; set; }

    [Display(Name = "Bước đã đến")]
    [Required(ErrorMessage = "Chọn bước đã đến")]
    [EnumDataType(typeof(ContractStatus), ErrorMessage = "Chọn trong danh sách")]
    public ContractStatus? Status { get; set; }

    [Display(Name = "Giá trị hợp đồng (đồng)")]
    [Range(1, MarkSupportContract.MostAmount, ErrorMessage = "{0} phải lớn hơn 0 và không quá {2} đồng")]
    public long? Value { get; set; }

    [Display(Name = "Tổng số tiền đã chi (đồng)")]
    [Range(0, MarkSupportContract.MostAmount, ErrorMessage = "{0} không được âm và không quá {2} đồng")]
    public long? Paid { get; set; }

    [Display(Name = "Ngày chi")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? PaidOn { get; set; }

    [Display(Name = "Ngày nghiệm thu")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? AcceptedOn { get; set; }

    [Display(Name = "Số tiền thanh lý (đồng)")]
    [Range(0, MarkSupportContract.MostAmount, ErrorMessage = "{0} không được âm và không quá {2} đồng")]
    public long? Liquidated { get; set; }

    [Display(Name = "Số tiền hoàn trả (đồng)")]
    [Range(0, MarkSupportContract.MostAmount, ErrorMessage = "{0} không được âm và không quá {2} đồng")]
    public long? Returned { get; set; }

    [Display(Name = "Ngày thanh lý")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? LiquidatedOn { get; set; }

    [Display(Name = "Nguồn")]
    [StringLength(MarkColumns.SourceMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Source { get; set; }

    [Display(Name = "Bản quét")]
    [Required(ErrorMessage = "Chọn tệp bản quét")]
    public IFormFile? File { get; set; }
}
