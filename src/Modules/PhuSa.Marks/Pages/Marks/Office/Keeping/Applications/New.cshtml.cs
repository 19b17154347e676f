using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.Applications;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Moves;
using PhuSa.Marks.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping.Applications;

/// <summary>An officer enters an application for somebody who calls, comes by, or hands it in on paper.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewModel(GrantDesk desk, ApplicationDesk applications, Texts text) : PageModel, IProductForm, IMakingForm
{
    /// <summary>Made with the form, so that a form sent twice enters one application.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public NewForSomebodyInput Input { get; set; } = new();

    ProductInput IProductForm.Input => Input;

    IHasMaking IMakingForm.Input => Input;

    public IReadOnlyList<CertificationMark> Marks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Marks = await desk.KeptMarksAsync(cancellationToken);
        NewId = Guid.CreateVersion7(new DateTimeOffset(desk.Now));
        Input.Mark = Marks is [var only] ? only.Id : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        Marks = await desk.KeptMarksAsync(cancellationToken);
        var mark = Marks.FirstOrDefault(kept => kept.Id == Input.Mark);
        if (mark is null && Input.Mark is not null)
        {
            Wrong("Input.Mark", "Chọn nhãn hiệu mà đơn vị bạn ghi quyền");
        }

        var applicant = await desk.Organisations.NamedAsync(Input.Applicant, "Input.Applicant", ModelState, text, cancellationToken);
        Check();
        return ModelState.IsValid && await IsEnteredAsync(mark!, applicant!, cancellationToken) ? Redirect(ApplicationDesk.Of(NewId)) : new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private void Check()
    {
        if (Input.Making.LacksUnit)
        {
            Wrong("Input.Making.OutputUnit", "Nhập đơn vị tính của sản lượng");
        }

        if (Input.SubmittedOn > desk.Today)
        {
            Wrong("Input.SubmittedOn", "Ngày nộp không thể sau hôm nay.");
        }

        if (Input.SubmittedOn is not null && ModelState.IsValid)
        {
            var missing = Drafted(Guid.Empty, Guid.Empty).Missing;
            if (missing.Count > 0)
            {
                Wrong("Input.SubmittedOn", "Đơn còn thiếu: {0}. Ghi đủ rồi mới ghi ngày nộp, hoặc để trống ngày nộp.", string.Join(", ", missing.Select(name => text[name])));
            }
        }
    }

    private async Task<bool> IsEnteredAsync(CertificationMark mark, OrganisationRow applicant, CancellationToken cancellationToken)
    {
        var application = Drafted(mark.Id, applicant.Id);
        if (await applications.DraftAsync(application, cancellationToken) is { } not)
        {
            Wrong(not.Field, not.Sentence, not.Args);
            return false;
        }

        if (Input.SubmittedOn is { } on && await applications.FindAsync(NewId, cancellationToken) is { Status: MarkApplicationStatus.Drafted } kept)
        {
            await applications.SubmitAsync(kept, new MoveNews(on, Why: null), cancellationToken);
        }

        return true;
    }

    private MarkApplication Drafted(Guid markId, Guid applicantId) =>
        new(NewId, markId, applicantId, Input.Making.Into(Input.Into(ApplicationContent.Nothing)), desk.By, desk.Now, VietnameseText.OnOneLine(Input.Source));

    private void Wrong(string field, string sentence, params object[] args) => ModelState.AddModelError(field, text[sentence, args]);
}

internal sealed class NewForSomebodyInput : OfficeApplicationInput
{
    [Display(Name = "Nhãn hiệu chứng nhận")]
    [Required(ErrorMessage = "Chọn nhãn hiệu")]
    public Guid? Mark { get; set; }

    [Display(Name = "Đơn vị nộp đơn")]
    [Required(ErrorMessage = "Nhập mã hoặc tên đơn vị")]
    [StringLength(300, ErrorMessage = GrantForms.TooLong)]
    public string? Applicant { get; set; }

    [Display(Name = "Nhận bằng cách nào")]
    [Required(ErrorMessage = "Ghi nhận đơn bằng cách nào")]
    [StringLength(MarkApplication.DetailMaxLength, ErrorMessage = GrantForms.TooLong)]
    public string? Source { get; set; }

    [Display(Name = "Ngày nộp")]
    [Range(typeof(DateOnly), GrantForms.FirstDay, GrantForms.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = GrantForms.OutsideDays)]
    public DateOnly? SubmittedOn { get; set; }
}
