using Microsoft.EntityFrameworkCore;
using PhuSa.Cooperatives.Contracts;
using PhuSa.Platform.Data;

namespace PhuSa.Technology.Processes;

/// <summary>For the criterion of technology, brand and value chain: the technology that an organisation had taken over by the end of the year.</summary>
internal sealed class TechnologiesForRating(AppDbContext db) : IRatingEvidence
{
    public RatingTopic Topic => RatingTopic.TechnologyAndBrand;

    public async Task<RatingEvidence> OfAsync(Guid organisationId, int year, CancellationToken cancellationToken)
    {
        var last = new DateOnly(year, 12, 31);
        var adopted = await db.Set<TechnologyProcess>()
            .Where(p => p.AdopterId == organisationId && p.Status == AdoptionState.Adopted && (p.AdoptionTime.From == null || p.AdoptionTime.From <= last))
            .InVietnameseOrder(db, p => p.Title)
            .AsFacts()
            .ToListAsync(cancellationToken);

        // Where nothing was finished or taken over by then, the records do not reach back to the year.
        var reaches = await db.Set<TechnologyProcess>().AnyAsync(p => (p.AdoptionTime.From != null && p.AdoptionTime.From <= last) || (p.FinishedAt.From != null && p.FinishedAt.From <= last), cancellationToken);
        return new RatingEvidence(
            [.. adopted.Select(p => new RatingEvidenceRow(p.Title, "Công nghệ đã tiếp nhận", p.AdoptionTime.IsKnown ? p.AdoptionTime.ToString() : null, p.Url, p.AdoptionTime.To <= last))],
            !reaches);
    }
}
