using PhuSa.Platform.Rights;

namespace PhuSa.Platform.Notices;

/// <summary>How soon a person has to know.</summary>
public enum Urgency
{
    /// <summary>In the page at once; by mail in the digest, at most one a day.</summary>
    Normal,

    /// <summary>In the page and by mail (or SMS/Zalo where there is no mail) at once.</summary>
    Urgent,
}

/// <summary>What a person is told.</summary>
/// <param name="Text">A Vietnamese sentence, a key of the module's English table.</param>
/// <param name="Url">Root-relative address of the record; null where there is none.</param>
/// <param name="Key">Told once: a second notice of the same key to the same person is dropped. Null: always told.</param>
public sealed record Notice(string Text, IReadOnlyList<string> Args, string? Url, Urgency Urgency = Urgency.Normal, string? Key = null);

/// <summary>Tells people. Written in the caller's transaction: nobody is told of what did not happen.</summary>
public interface INotices
{
    Task TellAsync(IReadOnlyCollection<Guid> people, Notice notice, CancellationToken cancellationToken);

    /// <summary>Tells everybody who has the right, for one organisation or for any.</summary>
    Task TellHoldersAsync(Right right, Guid? organisationId, Notice notice, CancellationToken cancellationToken);
}

/// <summary>How many notices a person has not read, for the office's header.</summary>
public interface IUnreadNotices
{
    Task<int> CountAsync(Guid personId, CancellationToken cancellationToken);
}
