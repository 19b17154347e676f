using System.ComponentModel.DataAnnotations;
using PhuSa.Marks.CollectiveMarks;
using PhuSa.Marks.Filings;
using PhuSa.Marks.Office.Collective;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Collective.Keeping;

/// <summary>The application is filed: its number, and the goods as the filing has them.</summary>
internal sealed class FileModel(CollectiveDesk desk, Texts text) : FilingStepPage<FileInput>(desk, text)
{
    public override FilingAction Action => FilingAction.FileApplication;

    protected override void Begin() => (Input.ApplicationNumber, Input.Classes, Input.Goods) = (Mark.ApplicationNumber, Mark.Classes, Mark.Goods);

    protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        await base.CheckAsync(cancellationToken);
        if (await CollectiveForms.WrongNumberAsync(Desk, Input.ApplicationNumber, Id, cancellationToken) is { } wrong)
        {
            Wrong("Input.ApplicationNumber", wrong.Sentence, wrong.Args);
        }
    }

    protected override Task TakeAsync(CancellationToken cancellationToken)
    {
        Mark.File(VietnameseText.OnOneLine(Input.ApplicationNumber), VietnameseText.OnOneLine(Input.Classes), GrantForms.Block(Input.Goods), News, Desk.By, Desk.Now);
        return Task.CompletedTask;
    }
}

internal sealed class FileInput : FilingMoveInput
{
    [Display(Name = "Số đơn đăng ký")]
    [StringLength(CollectiveMark.ApplicationNumberMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? ApplicationNumber { get; set; }

    [Display(Name = "Nhóm hàng hoá, dịch vụ")]
    [StringLength(CollectiveMark.ClassesMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Classes { get; set; }

    [Display(Name = "Hàng hoá, dịch vụ")]
    [StringLength(CollectiveMark.GoodsMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Goods { get; set; }
}
