using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Fees;
using PhuSa.Alliance.Memberships;
using PhuSa.Alliance.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Alliance.Pages.Alliance.Office.Keeping;

/// <summary>Records money that a member paid, under the next number of the book.</summary>
internal sealed class NewReceiptModel(AllianceDesk desk, MemberBook members, FeeBook book, Texts text) : AlliancePage(desk, text)
{
    /// <summary>Made with the form, so that a form sent twice makes one receipt.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public ReceiptInput Input { get; set; } = new();

    [FromQuery(Name = "to-chuc")]
    public string? Organisation { get; set; }

    [FromQuery(Name = "nam")]
    public string? Year { get; set; }

    public void OnGet()
    {
        NewId = Guid.CreateVersion7(new DateTimeOffset(Desk.Now));
        Input.FeeYear = int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 1992 && year <= Today.Year + 1 ? year : Today.Year;
        (Input.Organisation, Input.PaidOn) = (Organisation, Today);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        if (await Desk.Db.Set<FeeReceipt>().AnyAsync(r => r.Id == NewId, cancellationToken))
        {
            return Redirect($"{AllianceRights.Fees}/phieu-thu/{NewId}");
        }

        if (Input.PaidOn > Today)
        {
            Wrong("Input.PaidOn", "Ngày nộp không thể sau hôm nay");
        }

        if (Input.FeeYear > Today.Year + 1)
        {
            Wrong("Input.FeeYear", "Chỉ thu hội phí đến hết năm {0}", Today.Year + 1);
        }

        var organisation = await Desk.Organisations.NamedAsync(Input.Organisation, cancellationToken);
        if (organisation is null && VietnameseText.OnOneLine(Input.Organisation) is not null)
        {
            await WrongOrganisationAsync("Input.Organisation", Input.Organisation, cancellationToken);
        }
        else if (organisation is not null && await members.OfAsync(organisation.Id, cancellationToken) is null)
        {
            Wrong("Input.Organisation", "Không có đúng một thành viên mang mã hoặc tên này");
        }

        if (Input.Amount is <= 0 or > FeeReceipt.Most)
        {
            Wrong("Input.Amount", "Nhập số tiền lớn hơn 0 và không quá {0:N0} đồng", FeeReceipt.Most);
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var sheet = new ReceiptSheet(organisation!.Id, Input.FeeYear!.Value, Input.Amount!.Value, Input.PaidOn!.Value, VietnameseText.OnOneLine(Input.Payer)!, Input.Method!.Value);
        try
        {
            await book.ReceiveAsync(NewId, sheet, Desk.By, cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RefusedException("Phiếu này vừa được lưu. Mở lại sổ phiếu thu để xem.");
        }

        return Redirect($"{AllianceRights.Fees}/phieu-thu/{NewId}");
    }
}

internal sealed class ReceiptInput
{
    [Display(Name = "Thành viên nộp")]
    [Required(ErrorMessage = "Nhập mã hoặc tên thành viên")]
    [StringLength(300, ErrorMessage = AllianceInput.TooLong)]
    public string? Organisation { get; set; }

    [Display(Name = "Hội phí năm")]
    [Required(ErrorMessage = "Nhập năm")]
    [Range(1993, 2200, ErrorMessage = AllianceInput.OutsideDays)]
    public int? FeeYear { get; set; }

    [Display(Name = "Số tiền (đồng)")]
    [Required(ErrorMessage = "Nhập số tiền")]
    public long? Amount { get; set; }

    [Display(Name = "Ngày nộp")]
    [Required(ErrorMessage = "Nhập ngày nộp")]
    [Range(typeof(DateOnly), AllianceInput.FirstDay, AllianceInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = AllianceInput.OutsideDays)]
    public DateOnly? PaidOn { get; set; }

    [Display(Name = "Người nộp")]
    [Required(ErrorMessage = "Nhập người nộp")]
    [StringLength(FeeReceipt.PayerMaxLength, ErrorMessage = AllianceInput.TooLong)]
    public string? Payer { get; set; }

    [Display(Name = "Cách nộp")]
    [Required(ErrorMessage = "Chọn cách nộp")]
    [EnumDataType(typeof(PaymentMethod), ErrorMessage = "Chọn cách nộp")]
    public PaymentMethod? Method { get; set; }
}
