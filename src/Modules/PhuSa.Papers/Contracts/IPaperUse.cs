namespace PhuSa.Papers.Contracts;

/// <summary>
/// What of another module is in force by a paper: a list of members, of awards. The paper's number is not voided under it; whoever wants that undoes
/// what rests on it first, where its consequences are known. Whoever makes something rest on a paper holds it (<see cref="IAgencyPapers.HoldAsync"/>).
/// </summary>
public interface IPaperUse
{
    /// <returns>Vietnamese titles, as the office knows the records; empty where nothing rests on the paper.</returns>
    Task<IReadOnlyList<string>> OfAsync(Guid paperId, CancellationToken cancellationToken);
}
