using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Products;
using PhuSa.Platform.Web;
using PhuSa.Platform.Web.Editing;

namespace PhuSa.Cooperatives.Pages.Products.Office.Keeping;

/// <summary>Records what a council found; of a product that is certified, corrects points that were mistyped, with a reason.</summary>
internal sealed class ResultModel(OcopDesk desk, Texts text) : EvaluationPage(desk, text)
{
    [BindProperty]
    public ResultInput Input { get; set; } = new();

    public bool IsCorrection => Evaluation.Status == OcopEvaluationStatus.Certified;

    public OcopAction Action => IsCorrection ? OcopAction.CorrectScores : OcopAction.Evaluate;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await IsEvaluationAsync(cancellationToken) || OcopEvaluationFlow.Table.Next(Evaluation.Status, Action) is null)
        {
            return NotFound();
        }

        Version = Evaluation.Version;
        if (IsCorrection)
        {
            Input = new ResultInput { On = Evaluation.EvaluatedOn, Level = Evaluation.Level, A = Evaluation.ScoreA, B = Evaluation.ScoreB, C = Evaluation.ScoreC };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await IsEvaluationAsync(cancellationToken))
        {
            return NotFound();
        }

        var rule = Input.On is { } day ? OcopRules.On(day) : null;
        if (Input.On > Today)
        {
            Wrong("Input.On", "Ngày đánh giá không thể sau hôm nay");
        }
        else if (Input.On is { } old && rule is null)
        {
            Wrong("Input.On", "Hệ thống chưa có bộ tiêu chí nào cho ngày đánh giá {0:dd/MM/yyyy}.", old);
        }

        if (rule is not null && Input is { A: { } a, B: { } b, C: { } c })
        {
            foreach (var (part, most) in rule.Wrong(new OcopScores(a, b, c)))
            {
                Wrong($"Input.{part}", "Điểm phần {0} phải từ 0 đến {1:0.##} theo {2}.", part, most, rule.Citation);
            }
        }

        if (IsCorrection && Block(Input.Why) is null)
        {
            Wrong("Input.Why", "Nhập lý do, căn cứ");
        }

        if (!ModelState.IsValid)
        {
            return Invalid();
        }

        if (Stale(Evaluation.Version, Told()) is { } stale)
        {
            return stale;
        }

        EvaluationMustBeAsShown();
        var result = new OcopResult(Input.On, Input.Level, new OcopScores(Input.A!.Value, Input.B!.Value, Input.C!.Value), StatedStars: null, IsCorrection ? Evaluation.Group : Product.Group);
        if (IsCorrection)
        {
            Evaluation.CorrectScores(result, Desk.By, Desk.Now, Block(Input.Why)!);
        }
        else
        {
            Evaluation.Evaluate(result, Desk.By, Desk.Now);
        }

        await Desk.SaveAsync(cancellationToken);
        return Redirect(Address);
    }

    private IEnumerable<Difference> Told() =>
    [
        StepTold(Action),
        new("Ngày đánh giá", Written(Input.On), Written(Evaluation.EvaluatedOn)),
        new("Cấp đánh giá", LevelOf(Input.Level), LevelOf(Evaluation.Level)),
        new("Điểm phần A", Points(Input.A), Points(Evaluation.ScoreA)),
        new("Điểm phần B", Points(Input.B), Points(Evaluation.ScoreB)),
        new("Điểm phần C", Points(Input.C), Points(Evaluation.ScoreC)),
    ];

    private string? LevelOf(OcopLevel? level) => level is { } known ? Text[OcopWords.Of(known)] : null;

    private static string? Points(decimal? points) => points?.ToString("0.##", CultureInfo.CurrentCulture);
}

internal sealed class ResultInput
{
    [Display(Name = "Ngày đánh giá")]
    [Required(ErrorMessage = "Nhập ngày đánh giá")]
    [Range(typeof(DateOnly), OcopInput.FirstDay, OcopInput.LastDay, ParseLimitsInInvariantCulture = true, ErrorMessage = OcopInput.OutsideDays)]
    public DateOnly? On { get; set; }

    [Display(Name = "Cấp đánh giá")]
    [Required(ErrorMessage = "Chọn cấp đánh giá")]
    [EnumDataType(typeof(OcopLevel), ErrorMessage = "Chọn cấp đánh giá")]
    public OcopLevel? Level { get; set; }

    [Display(Name = "Điểm phần A")]
    [Required(ErrorMessage = "Nhập điểm phần A")]
    public decimal? A { get; set; }

    [Display(Name = "Điểm phần B")]
    [Required(ErrorMessage = "Nhập điểm phần B")]
    public decimal? B { get; set; }

    [Display(Name = "Điểm phần C")]
    [Required(ErrorMessage = "Nhập điểm phần C")]
    public decimal? C { get; set; }

    /// <summary>Asked only where points of a certified product are corrected.</summary>
    [Display(Name = "Lý do, căn cứ")]
    [StringLength(Platform.Rules.Step.WhyMaxLength, ErrorMessage = OcopInput.TooLong)]
    public string? Why { get; set; }
}
