using Microsoft.AspNetCore.Mvc;
using PhuSa.Cooperatives.Ratings;
using PhuSa.Cooperatives.Reports;
using PhuSa.Platform.Rights;
using PhuSa.Platform.Web;

namespace PhuSa.Cooperatives.Pages.Cooperatives.Own.Reports;

/// <summary>A short screen of the own points: a few criteria, saved as a draft.</summary>
internal sealed class PointsModel(ReportDesk desk, ISignedIn signedIn, Texts text) : PointsScreen(desk, signedIn, text)
{
    private const int OfOneStep = 5;

    public int Step { get; private set; }

    public override IReadOnlyList<RatingCriterion> Criteria => PartOf(Kept.Rule, Step);

    public static int StepsOf(RatingRule rule) => (rule.Criteria.Count + OfOneStep - 1) / OfOneStep;

    public static IReadOnlyList<RatingCriterion> PartOf(RatingRule rule, int step) => [.. rule.Criteria.Skip((step - 1) * OfOneStep).Take(OfOneStep)];

    public async Task<IActionResult> OnGetAsync(int year, int step, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(year, step, cancellationToken))
        {
            return NotFound();
        }

        if (!Kept.IsOpen)
        {
            return Redirect(Kept.OwnAddress);
        }

        Fill(score => new ScoreSaid(score.Own, score.OwnNote));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int year, int step, CancellationToken cancellationToken)
    {
        if (!await IsFoundAsync(year, step, cancellationToken))
        {
            return NotFound();
        }

        var said = Read();
        CheckSum(said, score => score.Own);
        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        await Desk.SayAsync(Kept, said, cancellationToken);
        return Redirect(step < StepsOf(Kept.Rule) ? $"{Kept.OwnAddress}/{ReportParts.Points}/{step + 1}" : Kept.OwnAddress);
    }

    private async Task<bool> IsFoundAsync(int year, int step, CancellationToken cancellationToken)
    {
        if (!await IsOwnFoundAsync(year, cancellationToken) || step < 1 || step > StepsOf(Kept.Rule))
        {
            return false;
        }

        Step = step;
        Complete();
        await LoadEvidenceAsync(cancellationToken);
        return true;
    }
}
