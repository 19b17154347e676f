namespace PhuSa.Alliance.Contracts;

/// <summary>An award of a cooperative itself, for the criterion “khen thưởng trong năm” of its yearly rating (point 22).</summary>
/// <param name="Form">Vietnamese: “Bằng khen”.</param>
/// <param name="Level">Vietnamese: “Ủy ban nhân dân tỉnh”.</param>
/// <param name="SignedOn">The day of the decision; null where the source does not give the day.</param>
/// <param name="Decision">The decision as it is cited; null where its paper is not public.</param>
public sealed record AwardFact(Guid OrganisationId, string Form, string Level, DateOnly? SignedOn, string? Decision);

/// <summary>What a year says of the awards of one organisation.</summary>
/// <param name="Awards">Those whose decision was surely signed in the year.</param>
/// <param name="MayBeMore">There are awards whose decision does not tell its year: their number is not known, and an empty list is not “none”.</param>
public sealed record AwardsOfYear(IReadOnlyList<AwardFact> Awards, bool MayBeMore);

/// <summary>Reads awards for other modules. Awards of people are left out, and so are voided decisions.</summary>
public interface IAwards
{
    /// <returns>By organisation, for each that was asked.</returns>
    Task<IReadOnlyDictionary<Guid, AwardsOfYear>> OfYearAsync(IReadOnlyCollection<Guid> organisationIds, int year, CancellationToken cancellationToken);
}
