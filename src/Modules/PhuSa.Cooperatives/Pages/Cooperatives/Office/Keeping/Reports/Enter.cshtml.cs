using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Reports;

/// <summary>A report on paper, entered by an officer for a cooperative that does not use the product.</summary>
internal sealed class EnterModel(ReportDesk desk, ISignedIn signedIn, Texts text) : PointsScreen(desk, signedIn, text)
{
    public const string Save = "luu";
    public const string Send = "gui";

    /// <summary>Which button was pressed; whatever is not known saves.</summary>
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    [Display(Name = "Theo giấy tờ, nguồn")]
    [StringLength(YearReport.SourceMaxLength, ErrorMessage = BaseInput.TooLong)]
    public string? Source { get; set; }

    [BindProperty]
    [Display(Name = "Ngày nhận được")]
    [Range(typeof(DateOnly), RecordDays.First, RecordDays.Last, ParseLimitsInInvariantCulture = true, ErrorMessage = RecordDays.Outside)]
    public DateOnly? On { get; set; }

    public override IReadOnlyList<RatingCriterion> Criteria => Kept.Rule.Criteria;

    public async Task<IActionResult> OnGetAsync(string code, int year, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(code, year, cancellationToken))
        {
            return await ElsewhereAsync(code, year, cancellationToken);
        }

        if (!Kept.IsOpen)
        {
            return Redirect(Kept.OfficeAddress);
        }

        await LoadEvidenceAsync(cancellationToken);
        Fill(score => new ScoreSaid(score.Own, score.OwnNote));
        Source = Kept.Report?.Source;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, int year, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(code, year, cancellationToken))
        {
            return await ElsewhereAsync(code, year, cancellationToken);
        }

        await LoadEvidenceAsync(cancellationToken);
        var said = Read();
        CheckSum(said, score => score.Own);
        CheckSending(said);
        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        var report = await Desk.SayAsync(Kept, said, cancellationToken);
        if (Do == Send)
        {
            await Desk.SendAsync(Kept with { Report = report }, On, VietnameseText.OnOneLine(Source), cancellationToken);
        }

        return Redirect(Kept.OfficeAddress);
    }

    private void CheckSending(Dictionary<int, ScoreSaid> said)
    {
        if (Do != Send)
        {
            return;
        }

        if (VietnameseText.OnOneLine(Source) is null)
        {
            Wrong(nameof(Source), "Nhập giấy tờ; không có giấy tờ thì ghi ai cho biết");
        }

        if (On > Today)
        {
            Wrong(nameof(On), "Ngày nhận được không thể sau hôm nay");
        }
        else if (On?.Year < Kept.Year)
        {
            Wrong(nameof(On), "Ngày nhận được không thể trước năm báo cáo");
        }

        if (Kept.Ground.Reason is null && ModelState.IsValid && said.Values.Any(score => score.Points is null))
        {
            Wrong(string.Empty, "Còn tiêu chí chưa có điểm; chấm đủ rồi mới gửi được.");
        }
    }
}
