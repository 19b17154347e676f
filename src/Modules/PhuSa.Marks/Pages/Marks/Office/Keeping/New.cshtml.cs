using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhuSa.Marks.CertificationMarks;
using PhuSa.Marks.Grants;
using PhuSa.Marks.Office;
using PhuSa.Organisations.Contracts;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Marks.Pages.Marks.Office.Keeping;

/// <summary>A form with the terms of a right.</summary>
internal interface ITermsForm
{
    TermsInput Input { get; }
}

/// <summary>Registers a right that was decided on paper.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class NewModel(GrantDesk desk, GrantGiving giving, Texts text) : PageModel, IPicksPaper, ITermsForm
{
    /// <summary>Made with the form, so that a form sent twice registers one right.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public NewGrantInput Input { get; set; } = new();

    PaperInput IPicksPaper.Input => Input;

    TermsInput ITermsForm.Input => Input;

    public IReadOnlyList<PaperFact> PaperChoices { get; private set; } = [];

    public IReadOnlyList<CertificationMark> KeptMarks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        NewId = Guid.CreateVersion7(new DateTimeOffset(desk.Now));
        KeptMarks = await desk.KeptMarksAsync(cancellationToken);
        Input.Mark = KeptMarks is [var only] ? only.Id : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (NewId == Guid.Empty)
        {
            return BadRequest();
        }

        KeptMarks = await desk.KeptMarksAsync(cancellationToken);
        var mark = KeptMarks.FirstOrDefault(kept => kept.Id == Input.Mark);
        if (mark is null && Input.Mark is not null)
        {
            Wrong("Input.Mark", "Chọn nhãn hiệu mà đơn vị bạn ghi quyền");
        }

        var holder = await desk.Organisations.NamedAsync(Input.Holder, "Input.Holder", ModelState, text, cancellationToken);
        Input.CheckTerms(RecordTime.Unknown, ModelState, text);
        var picked = (await desk.PaperAsync(Input.Number, Input.Paper, cancellationToken)).Told(Input, ModelState, text);
        PaperChoices = picked.Choices;
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        var terms = new GrantTerms(VietnameseText.OnOneLine(Input.Product)!, Input.GivenOn is { } given ? RecordTime.Day(given) : RecordTime.Unknown, Input.ExpiresOn, picked.Paper?.Id, Programme: null, Source: null);
        if (await giving.GiveAsync(new NewRight(NewId, mark!, holder!, terms, Input.Details()), cancellationToken) is { } not)
        {
            Wrong(not.Field, not.Sentence, not.Args);
            return Invalid();
        }

        return Redirect(MarkRights.Of(NewId));
    }

    private static PageResult Invalid() => new() { StatusCode = StatusCodes.Status422UnprocessableEntity };

    private void Wrong(string field, string sentence, params object[] args) => ModelState.AddModelError(field, text[sentence, args]);
}

internal sealed class NewGrantInput : TermsInput
{
    [Display(Name = "Nhãn hiệu chứng nhận")]
    [Required(ErrorMessage = "Chọn nhãn hiệu")]
    public Guid? Mark { get; set; }

    [Display(Name = "Đơn vị được trao quyền")]
    [Required(ErrorMessage = "Nhập mã hoặc tên đơn vị")]
    [StringLength(300, ErrorMessage = GrantForms.TooLong)]
    public string? Holder { get; set; }
}
