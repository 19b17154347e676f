using PhuSa.Platform.Rights;

namespace PhuSa.Platform.Office;

/// <summary>One thing that waits for a person.</summary>
/// <param name="Title">The record's own name.</param>
/// <param name="Detail">Vietnamese: what kind of record, and for what it waits.</param>
/// <param name="Verb">What to do, at most three words, Vietnamese, a key of the module's English table.</param>
/// <param name="Url">Root-relative address where it is done.</param>
/// <param name="Since">Since when it waits (UTC).</param>
/// <param name="Due">Last day; null where there is none.</param>
/// <param name="Own">Nobody else can do it, so it stands before what a colleague may take as well.</param>
public sealed record WorkItem(string Title, string Detail, string Verb, string Url, DateTime Since, DateOnly? Due, bool Own = false);

/// <summary>What waits for a person in one module: “Việc của tôi”.</summary>
public interface IWorkSource
{
    /// <returns>Only what the person may act on, for the organisation they act for.</returns>
    Task<IReadOnlyList<WorkItem>> OfAsync(SignedIn person, CancellationToken cancellationToken);
}
