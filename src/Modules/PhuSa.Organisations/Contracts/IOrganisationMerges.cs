namespace PhuSa.Organisations.Contracts;

/// <summary>A merge of one organisation into another, for the page of either.</summary>
/// <param name="Address">The office's page of the merge, where it is undone.</param>
public sealed record MergedOrganisation(string GoneCode, string GoneName, string KeptCode, bool IsUndone, string Address);

/// <summary>The module that makes one organisation of two that were entered twice, for the office's page of organisations.</summary>
public interface IOrganisationMerges
{
    /// <returns>The office's page that merges another into the one with this code.</returns>
    string MergeAddress(string code);

    /// <returns>Merges into or of an organisation, the latest first.</returns>
    Task<IReadOnlyList<MergedOrganisation>> OfAsync(Guid id, CancellationToken cancellationToken);
}
