using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Contracts;

/// <summary>What kind of official paper it is.</summary>
public enum PaperKind
{
    Decision,
    Letter,
    Contract,
    Memorandum,
    Minutes,
    Report,
    Plan,
    Regulation,
    Invitation,
    Programme,
    Other,
    Resolution,
    Directive,
    Rules,
    Communique,
    Notice,
    Guidance,
    Option,
    Scheme,
    Project,
    Submission,
    Agreement,
    Authorisation,
    Introduction,
    Leave,
    DispatchSlip,
    TransferSlip,
    NoticeSlip,
    Telegram,
    PublicLetter,
}

/// <summary>What other modules may know of an official paper.</summary>
/// <param name="Number">Number and symbol letter for letter; null where the source does not give it.</param>
/// <param name="Title">The subject line, letter for letter.</param>
/// <param name="IssuedBy">Name of the issuing body; null where not known.</param>
/// <param name="SignedOn">The day of signing, as exactly as known.</param>
/// <param name="Url">Root-relative address of the paper's own page.</param>
public sealed record PaperFact(Guid Id, string Code, PaperKind Kind, string? Number, string Title, string? IssuedBy, RecordTime SignedOn, string Url)
{
    /// <summary>Where papers are kept: what search calls their changes.</summary>
    public const string Table = "papers";

    /// <summary>“Quyết định 71/2019/QĐ-UBND”, or the subject line where the number is not known.</summary>
    public required string Citation { get; init; }

    /// <summary>The issuing body's record; null where it is not on record.</summary>
    public Guid? IssuedById { get; init; }

    /// <summary>The number was voided; the paper is kept, with the reason on its page.</summary>
    public bool IsVoided { get; init; }
}

/// <summary>Reads public papers for other modules; one that is not public is left out. The import table is <c>papers</c>.</summary>
public interface IPapers
{
    /// <returns>The papers among the given ids, by id.</returns>
    Task<IReadOnlyDictionary<Guid, PaperFact>> OfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken);

    /// <returns>The papers with this number, mistyped ones included: “71/2019/QĐUBND” finds “71/2019/QĐ-UBND”. Two bodies may have the same.</returns>
    Task<IReadOnlyList<PaperFact>> NumberedAsync(string number, CancellationToken cancellationToken);
}
