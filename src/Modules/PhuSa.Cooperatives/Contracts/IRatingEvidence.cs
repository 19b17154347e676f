namespace PhuSa.Cooperatives.Contracts;

/// <summary>What a criterion of the yearly rating asks about, where other modules' records say something of it.</summary>
public enum RatingTopic
{
    /// <summary>Technology, brand, value chain.</summary>
    TechnologyAndBrand,

    /// <summary>Awards and titles of the year.</summary>
    Awards,
}

/// <summary>A record that bears on a criterion.</summary>
/// <param name="Title">Letter for letter as the record says it.</param>
/// <param name="Kind">Vietnamese, a key of the giving module's English table: what sort of record it is.</param>
/// <param name="Detail">Its time, number or decision, as the record says it; null where it says none.</param>
/// <param name="Url">Root-relative address of the record; null where it has none.</param>
/// <param name="IsCertain">Whether it surely belongs to the year: a record without its day may belong to another.</param>
public sealed record RatingEvidenceRow(string Title, string Kind, string? Detail, string? Url, bool IsCertain);

/// <summary>What one module's records say of one organisation and year.</summary>
/// <param name="MayBeMore">The records do not reach so far, or leave something open: an empty list is “not known”, never “none”.</param>
public sealed record RatingEvidence(IReadOnlyList<RatingEvidenceRow> Rows, bool MayBeMore);

/// <summary>Shown beside a criterion of the yearly rating (points 20 and 22); the points themselves stay a person's.</summary>
public interface IRatingEvidence
{
    RatingTopic Topic { get; }

    Task<RatingEvidence> OfAsync(Guid organisationId, int year, CancellationToken cancellationToken);
}
