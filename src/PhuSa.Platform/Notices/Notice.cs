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

/// <summary>A message to one address outside the product.</summary>
/// <param name="Subject">Ignored where the channel has none.</param>
public sealed record OutgoingMessage(string To, string Subject, string Text);

/// <summary>A way to reach people: <c>mail</c>, <c>sms</c>, <c>zalo</c>. Those that are not configured are absent.</summary>
public interface IMessageChannel
{
    string Code { get; }

    bool IsConfigured { get; }

    /// <exception cref="MessageNotSentException">The other side did not take it.</exception>
    Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}

/// <summary>A message could not be handed over; sent again later.</summary>
public sealed class MessageNotSentException(string message, Exception? inner = null) : Exception(message, inner);
