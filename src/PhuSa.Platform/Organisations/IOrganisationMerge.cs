namespace PhuSa.Platform.Organisations;

/// <summary>One value of one record that named an organisation that was merged into another.</summary>
/// <param name="Table">The record's table.</param>
/// <param name="Column">The property that named it.</param>
/// <param name="Name">What the record is called, for people.</param>
public sealed record MergedReference(string Table, Guid RecordId, string Column, string Name);

/// <summary>
/// How a module's records follow when one organisation turns out to be another, entered twice. A module that names organisations registers one;
/// <see cref="Data.OrganisationReferences"/> is the usual one. Nothing is saved here: all modules follow in the caller's one transaction.
/// </summary>
public interface IOrganisationMerge
{
    /// <summary>Brings every record that names <paramref name="gone"/> to <paramref name="kept"/>.</summary>
    /// <returns>What was brought, so that it can be taken back.</returns>
    Task<IReadOnlyList<MergedReference>> FollowAsync(Guid gone, Guid kept, CancellationToken cancellationToken);

    /// <summary>
    /// Brings one record that came after the others had followed, by every value that names <paramref name="gone"/>; not where
    /// <see cref="FollowAsync"/> would leave it behind.
    /// </summary>
    /// <exception cref="Rules.RefusedException">Together they would be what two cannot be.</exception>
    Task BringAsync(Guid gone, Guid kept, IReadOnlyList<MergedReference> record, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes back what was brought, where it still names <paramref name="kept"/>. What came later stays.</summary>
    /// <param name="brought">Of all modules; each takes its own.</param>
    Task TakeBackAsync(Guid gone, Guid kept, IReadOnlyList<MergedReference> brought, CancellationToken cancellationToken);

    /// <returns>The records that name an organisation now, as <see cref="FollowAsync"/> would bring them.</returns>
    Task<IReadOnlyList<MergedReference>> NamingAsync(Guid organisation, CancellationToken cancellationToken);
}
