using System.ComponentModel.DataAnnotations;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping;

/// <summary>A right gets a new term with a new certificate; the term before stays on record.</summary>
internal sealed class RenewModel(GrantDesk desk, Texts text) : GrantStepPage<RenewInput>(desk, text)
{
    protected override GrantAction Action => GrantAction.Renew;

    protected override void Begin()
    {
        base.Begin();
        Input.From = Grant.ExpiresOn is { } last && last >= Desk.Today ? last.AddDays(1) : Desk.Today;
    }

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        await base.CheckAsync(cancellationToken);
        var latest = Grant.ExpiresOn is { } last && last >= Desk.Today ? last.AddDays(1) : Desk.Today;
        if (Input.From > latest)
        {
            Wrong("Input.From", "Thời hạn mới bắt đầu muộn nhất là ngày {0:dd/MM/yyyy}: ngày sau thời hạn cũ, hoặc hôm nay nếu đã hết hạn.", latest);
        }

        if (Input.To < Input.From || Input.To <= Grant.ExpiresOn || Input.From < Grant.Begins)
        {
            Wrong("Input.To", "Thời hạn mới phải kết thúc sau thời hạn cũ và không bắt đầu trước thời hạn cũ.");
        }

        // The certificate of the term that ends may go on.
        if (await Desk.CertifiedAsync(Mark.Id, VietnameseText.OnOneLine(Input.CertificateNumber), Id, cancellationToken) is { } taken)
        {
            Wrong("Input.CertificateNumber", GrantDesk.CertificateTaken, taken.JournalTitle);
        }
    }

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Grant.Renew(new GrantTerm(Input.From!.Value, Input.To!.Value, VietnameseText.OnOneLine(Input.CertificateNumber)), News, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}

internal sealed class RenewInput : GrantMoveInput
{
    [Display(Name = "Thời hạn mới từ ngày")]
    [Required(ErrorMessage = "Nhập ngày đầu của thời hạn mới")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? From { get; set; }

    [Display(Name = "Đến hết ngày")]
    [Required(ErrorMessage = "Nhập ngày cuối của thời hạn mới")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? To { get; set; }

    [Display(Name = "Số giấy chứng nhận")]
    [StringLength(MarkGrant.CertificateMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? CertificateNumber { get; set; }
}
