using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Papers.Contracts;
using PhuSa.Papers.Office;
using PhuSa.Papers.Papers;
using PhuSa.Platform.Files;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;

namespace PhuSa.Papers.Pages.Papers.Office.Numbering;

/// <summary>Writes down anew who signed and when, where that was written down wrongly.</summary>
internal sealed class CorrectSigningModel(PaperDesk desk, IEnumerable<IPaperUse> uses, IFiles files, Texts text) : PaperMovePage(desk, PaperAction.CorrectSigning), ISignForm
{
    [BindProperty]
    public CorrectSigningInput Input { get; set; } = new();

    SignInput ISignForm.Input => Input;

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input = new() { Day = Paper.SignedOn.From, Authority = Paper.SignedBy, For = Paper.SignedFor, Position = Paper.SignerPosition, Name = Paper.SignerName };
        return Task.CompletedTask;
    }

    protected override void Check()
    {
        if (Input.LacksFor)
        {
            ModelState.AddModelError("Input.For", text[SignInput.ForMissing]);
        }
    }

    /// <exception cref="RefusedException">The paper carries a digital signature, or something took effect on the day that would move.</exception>
    protected override async Task MoveAsync(CancellationToken cancellationToken)
    {
        var day = Input.Day!.Value;
        if (await PaperFiles.IsSignedDigitallyAsync(files, Paper.Id, cancellationToken))
        {
            throw new RefusedException("Văn bản đã có bản ký số, trong đó in ngày và người ký, nên không sửa ghi ký được. Nếu sai, hãy huỷ số và nêu lý do.");
        }

        if (Paper.SignedOn != RecordTime.Day(day))
        {
            foreach (var use in uses)
            {
                if (await use.OfAsync(Paper.Id, cancellationToken) is [var title, ..])
                {
                    throw new RefusedException("“{0}” đang có hiệu lực theo ngày ký của văn bản này. Hãy huỷ hoặc gỡ văn bản ở trang của hồ sơ ấy trước rồi sửa ngày ký; người ký, chức vụ và quyền hạn thì sửa được ngay.", title);
                }
            }
        }

        Paper.CorrectSigning(Input.Signature(), day, Today, Input.Why!.Trim(), Desk.By, Desk.Now);
    }
}

internal sealed class CorrectSigningInput : SignInput
{
    [Display(Name = "Lý do")]
    [Required(ErrorMessage = "Nhập lý do")]
    [StringLength(Step.WhyMaxLength, ErrorMessage = TooLong)]
    public string? Why { get; set; }
}
