using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Products;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Products.Office.Keeping;

/// <summary>Records that the owner was written to, by which letter and when.</summary>
internal sealed class LetterModel(OcopDesk desk, Texts text) : EvaluationPage(desk, text)
{
    [BindProperty]
    public LetterInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsEvaluationAsync(cancellationToken) || Evaluation.Status != OcopEvaluationStatus.Certified)
        {
            return NotFound();
        }

        Version = Evaluation.Version;
        Input = new LetterInput { Number = Evaluation.LetterNumber, On = Evaluation.LetterSentOn };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsEvaluationAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Input.On > Today)
        {
            Wrong("Input.On", "Ngày gửi không thể sau hôm nay");
        }

        // A letter is sent on the day it was signed or later, so its day does not choose among several.
        var paper = await PaperAsync("Input.Number", VietnameseText.OnOneLine(Input.Number), on: null, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Stale(Evaluation.Version, [new("Số, ký hiệu công văn", VietnameseText.OnOneLine(Input.Number), Evaluation.LetterNumber), new("Ngày gửi", Written(Input.On), Written(Evaluation.LetterSentOn))]) is { } stale)
        {
            return stale;
        }

        EvaluationMustBeAsShown();
        Evaluation.Write(new OcopLetter(paper?.Id, VietnameseText.OnOneLine(Input.Number), Input.On!.Value));
        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }
}

internal sealed class LetterInput
{
    [Display(Name = "Số, ký hiệu công văn")]
    [Required(ErrorMessage = "Nhập số, ký hiệu công văn")]
    [StringLength(OcopEvaluation.NumberMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? Number { get; set; }

    [Display(Name = "Ngày gửi")]
    [Required(ErrorMessage = "Nhập ngày gửi")]
    [Range(typeof(DateOnly), OcopInput.FirstDay, OcopInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = OcopInput.OutsideDays)]
    public DateOnly? On { get; set; }
}
