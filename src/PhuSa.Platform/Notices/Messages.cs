namespace PhuSa.Platform.Notices;

/// <summary>A message to one address outside the product.</summary>
/// <param name="Subject">Ignored where the channel has none.</param>
/// <param name="Id">The same at each attempt, so that the other side can tell a repetition.</param>
/// <param name="List">A name such as <c>thong-bao</c> where it is one of many of its kind that a person may switch off.</param>
public sealed record OutgoingMessage(string To, string Subject, string Text, Guid Id = default, string? List = null);

/// <summary>Codes of the ways to reach people.</summary>
public static class MessageChannels
{
    public const string Mail = "mail";
    public const string Sms = "sms";
    public const string Zalo = "zalo";
}

/// <summary>A way to reach people: <c>mail</c>, <c>sms</c>, <c>zalo</c>. Those that are not configured are absent.</summary>
public interface IMessageChannel
{
    string Code { get; }

    bool IsConfigured { get; }

    /// <exception cref="MessageNotSentException">The other side did not take it.</exception>
    Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken);
}

/// <summary>A message could not be handed over.</summary>
/// <param name="forGood">The other side refuses this very message and will do so again; otherwise it is sent again later.</param>
public sealed class MessageNotSentException(string message, Exception? inner = null, bool forGood = false) : Exception(message, inner)
{
    public bool ForGood { get; } = forGood;
}

/// <summary>Messages that wait to be sent.</summary>
public interface IOutbox
{
    /// <summary>
    /// Adds the message to the caller's context: it is saved, and sent, only with what the caller saves. Sent within seconds, again after failures.
    /// </summary>
    /// <param name="personId">Whose address it is; null where it is nobody's of the product.</param>
    /// <param name="until">Not worth sending afterwards (UTC), such as a one-time code; null: always.</param>
    void Post(string channel, Guid? personId, OutgoingMessage message, DateTime? until = null);

    /// <summary>Whether messages by this channel can be sent at all.</summary>
    bool Reaches(string channel);
}
