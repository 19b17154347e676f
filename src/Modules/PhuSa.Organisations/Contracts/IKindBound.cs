namespace PhuSa.Organisations.Contracts;

/// <summary>A module whose records are right for some kinds of organisation only: a kind that was entered by mistake is corrected while none of them is in the way.</summary>
public interface IKindBound
{
    /// <returns>The records of an organisation that would be wrong if it were of this kind, in words of the reader's language; none where it may be.</returns>
    Task<IReadOnlyList<string>> BoundAsync(Guid organisation, OrganisationKind kind, CancellationToken cancellationToken);
}
