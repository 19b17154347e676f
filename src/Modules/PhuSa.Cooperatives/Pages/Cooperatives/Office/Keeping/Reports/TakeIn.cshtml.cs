using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Office.Keeping.Reports;

/// <summary>The body's own points beside the cooperative's, with a reason where they differ.</summary>
internal sealed class TakeInModel(ReportDesk desk, ISignedIn signedIn, Texts text) : PointsScreen(desk, signedIn, text)
{
    public override IReadOnlyList<RatingCriterion> Criteria => Kept.Rule.Criteria;

    public async Task<IActionResult> OnGetAsync(string code, int year, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(code, year, cancellationToken))
        {
            return await ElsewhereAsync(code, year, cancellationToken);
        }

        if (Kept.Status is not (ReportStatus.Sent or ReportStatus.Accepted))
        {
            return Redirect(Kept.OfficeAddress);
        }

        await LoadEvidenceAsync(cancellationToken);
        Fill(score => new ScoreSaid(score.Points, score.BodyNote));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, int year, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(code, year, cancellationToken))
        {
            return await ElsewhereAsync(code, year, cancellationToken);
        }

        await LoadEvidenceAsync(cancellationToken);
        var said = Read().ToDictionary(pair => pair.Key, pair => pair.Value with { Points = pair.Value.Points ?? Kept.Report?.Find(pair.Key)?.Own });
        CheckSum(said, score => score.Points);
        foreach (var criterion in Criteria.Where(criterion => said[criterion.Number] is { Note: null } score && score.Points != Kept.Report?.Find(criterion.Number)?.Own))
        {
            Wrong($"Input.Notes[{KeyOf(criterion)}]", "Ghi lý do khi chấm khác điểm tự chấm");
        }

        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        await Desk.TakeInAsync(Kept, said, cancellationToken);
        return Redirect(Kept.OfficeAddress);
    }
}
