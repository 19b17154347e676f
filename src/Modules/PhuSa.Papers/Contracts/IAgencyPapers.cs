using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Contracts;

/// <summary>
/// Papers as the office sees them: those of the agency for which the person of this request acts, public or not, and the register of what others
/// issued. Only papers that are signed: nothing takes effect by a draft.
/// </summary>
public interface IAgencyPapers
{
    /// <returns>The signed papers with this number, mistyped ones included; the latest first.</returns>
    Task<IReadOnlyList<PaperFact>> SignedAsync(string number, CancellationToken cancellationToken);

    /// <returns>The papers among the given ids that the person may see, by id; voided ones included.</returns>
    Task<IReadOnlyDictionary<Guid, PaperFact>> OfAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken);

    /// <summary>
    /// In the save that follows, something comes to rest on this paper (<see cref="IPaperUse"/>): whoever voids it or moves its day at that moment, having
    /// seen nothing rest on it, is met by its version, and so is this save where they were first.
    /// </summary>
    /// <exception cref="RefusedException">Since it was read it was voided, or another day was written down for it.</exception>
    Task HoldAsync(PaperFact paper, CancellationToken cancellationToken);
}
