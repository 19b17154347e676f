using System.ComponentModel.DataAnnotations;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Office.Collective;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>The mark is registered, with the number of its certificate.</summary>
internal sealed class RegisterModel(CollectiveDesk desk, Texts text) : FilingStepPage<RegisterInput>(desk, text)
{
    public override FilingAction Action => FilingAction.RegisterMark;

    protected override void Begin() => Input.CertificateNumber = Mark.CertificateNumber;

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Mark.Register(VietnameseText.OnOneLine(Input.CertificateNumber), News, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}

internal sealed class RegisterInput : FilingMoveInput
{
    [Display(Name = "Số văn bằng")]
    [StringLength(CollectiveMark.CertificateMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? CertificateNumber { get; set; }
}
