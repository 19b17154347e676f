using Microsoft.EntityFrameworkCore;
using PhuSa.Alliance.Contracts;
using PhuSa.Alliance.Decisions;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Platform;
using PhuSa.Platform.Data;

namespace PhuSa.Alliance.Awards;

/// <summary>For the criterion of awards (point 22): those of the cooperative itself whose decision was signed in the year.</summary>
internal sealed class AwardsForRating(AppDbContext db, IAwards awards) : IRatingEvidence
{
    public RatingTopic Topic => RatingTopic.Awards;

    public async Task<RatingEvidence> OfAsync(Guid organisationId, int year, CancellationToken cancellationToken)
    {
        var told = (await awards.OfYearAsync([organisationId], year, cancellationToken))[organisationId];
        var last = new DateOnly(year, 12, 31);
        var counting = DecisionFlow.Table.Counting.ToList();

        // Where no decision of anybody was signed by then, the register does not reach back to the year.
        var reaches = await db.Set<AwardDecision>().AnyAsync(d => counting.Contains(d.Status) && d.SignedOn.From != null && d.SignedOn.From <= last, cancellationToken);
        return new RatingEvidence(
            [.. told.Awards.Select(award => new RatingEvidenceRow($"{award.Form}, {award.Level}", "Khen thưởng", Detail(award), "/khen-thuong", IsCertain: true))],
            told.MayBeMore || !reaches);
    }

    private static string? Detail(AwardFact award) =>
        string.Join("; ", new[] { award.Decision, award.SignedOn is { } day ? VietnamTime.Written(day) : null }.OfType<string>()) is { Length: > 0 } words ? words : null;
}
