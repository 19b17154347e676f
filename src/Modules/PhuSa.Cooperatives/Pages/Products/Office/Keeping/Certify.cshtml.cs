using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Products;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Products.Office.Keeping;

/// <summary>Records the decision that certifies, or completes what is written of it.</summary>
internal sealed class CertifyModel(OcopDesk desk, Texts text) : EvaluationPage(desk, text)
{
    [BindProperty]
    public CertifyInput Input { get; set; } = new();

    public bool IsCertified => Evaluation.Status == OcopEvaluationStatus.Certified;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsEvaluationAsync(cancellationToken) || !(IsCertified || OcopEvaluationFlow.Table.Next(Evaluation.Status, OcopAction.Certify) is not null))
        {
            return NotFound();
        }

        Version = Evaluation.Version;
        Input = new CertifyInput { Number = Evaluation.DecisionNumber, On = Evaluation.DecidedOn, Certificate = Evaluation.CertificateNumber };
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
            Wrong("Input.On", "Ngày quyết định không thể sau hôm nay");
        }

        var paper = await PaperAsync("Input.Number", VietnameseText.OnOneLine(Input.Number), Input.On, cancellationToken);
        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Stale(Evaluation.Version, Told()) is { } stale)
        {
            return stale;
        }

        EvaluationMustBeAsShown();
        var decision = new OcopDecision(paper?.Id, VietnameseText.OnOneLine(Input.Number), Input.On ?? DayOf(paper), VietnameseText.OnOneLine(Input.Certificate));
        if (IsCertified)
        {
            Evaluation.Correct(decision);
        }
        else
        {
            Evaluation.Certify(decision, Desk.By, Desk.Now);
        }

        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }

    private IEnumerable<Difference> Told() =>
    [
        new("Số, ký hiệu quyết định", VietnameseText.OnOneLine(Input.Number), Evaluation.DecisionNumber),
        new("Ngày quyết định", Written(Input.On), Written(Evaluation.DecidedOn)),
        new("Số giấy chứng nhận", VietnameseText.OnOneLine(Input.Certificate), Evaluation.CertificateNumber),
    ];

    private static DateOnly? DayOf(PaperFact? paper) => paper?.SignedOn.Precision == Precision.Day ? paper.SignedOn.From : null;
}

internal sealed class CertifyInput
{
    [Display(Name = "Số, ký hiệu quyết định")]
    [StringLength(OcopEvaluation.NumberMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? Number { get; set; }

    [Display(Name = "Ngày quyết định")]
    [Range(typeof(DateOnly), OcopInput.FirstDay, OcopInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = OcopInput.OutsideDays)]
    public DateOnly? On { get; set; }

    [Display(Name = "Số giấy chứng nhận")]
    [StringLength(OcopEvaluation.NumberMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? Certificate { get; set; }
}
