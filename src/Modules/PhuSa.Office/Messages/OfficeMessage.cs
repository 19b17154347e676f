using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Platform.Notices;

namespace PhuSa.Office.Messages;

/// <summary>A message that waits, was sent or was given up. Instants are UTC.</summary>
internal sealed class OfficeMessage
{
    public const int ChannelMaxLength = 20;
    public const int ToMaxLength = 200;
    public const int SubjectMaxLength = 200;
    public const int ListMaxLength = 40;
    public const int ErrorMaxLength = 500;

    /// <summary>Between attempts; after the last the message is given up, two days after it was posted.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(30),
    ];

    private OfficeMessage()
    {
    }

    public OfficeMessage(Guid id, string channel, Guid? personId, OutgoingMessage message, DateTime? until, DateTime now)
    {
        Id = id;
        Channel = channel;
        PersonId = personId;
        To = message.To;
        Subject = message.Subject.Length > SubjectMaxLength ? message.Subject[..SubjectMaxLength] : message.Subject;
        Text = message.Text;
        List = message.List;
        UntilAt = until;
        CreatedAt = now;
        NextAttemptAt = now;
    }

    public Guid Id { get; private init; }

    public string Channel { get; private init; } = "";

    public Guid? PersonId { get; private init; }

    public string To { get; private init; } = "";

    public string Subject { get; private init; } = "";

    /// <summary>Empty once it was sent: what was said is nobody's business afterwards.</summary>
    public string Text { get; private set; } = "";

    public string? List { get; private init; }

    public DateTime? UntilAt { get; private init; }

    public DateTime CreatedAt { get; private init; }

    public int Attempts { get; private set; }

    /// <summary>Null where it was sent or given up.</summary>
    public DateTime? NextAttemptAt { get; private set; }

    public DateTime? SentAt { get; private set; }

    public DateTime? GivenUpAt { get; private set; }

    public string? Error { get; private set; }

    public OutgoingMessage Outgoing => new(To, Subject, Text, Id, List);

    public void Sent(DateTime now)
    {
        Attempts++;
        (SentAt, NextAttemptAt, GivenUpAt, Error, Text) = (now, null, null, null, "");
    }

    public void NotSent(string error, bool forGood, DateTime now)
    {
        Attempts++;
        Error = error.Length > ErrorMaxLength ? error[..ErrorMaxLength] : error;
        NextAttemptAt = forGood || Attempts > Pauses.Length ? null : now + Pauses[Attempts - 1];
        GivenUpAt = NextAttemptAt is null ? now : null;
    }

    public void Expired(string error, DateTime now) => (Error, NextAttemptAt, GivenUpAt, Text) = (error, null, now, "");

    /// <summary>An administrator wants it sent again, from the first pause on.</summary>
    public void SendAgain(DateTime now) => (Attempts, NextAttemptAt, GivenUpAt) = (0, now, null);
}

internal sealed class OfficeMessageConfiguration : IEntityTypeConfiguration<OfficeMessage>
{
    public void Configure(EntityTypeBuilder<OfficeMessage> builder)
    {
        builder.ToTable("office_messages");
        builder.BelongsToPerson(m => m.PersonId);
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Channel).HasMaxLength(OfficeMessage.ChannelMaxLength);
        builder.Property(m => m.To).HasMaxLength(OfficeMessage.ToMaxLength).IsPersonal();
        builder.Property(m => m.Subject).HasMaxLength(OfficeMessage.SubjectMaxLength).IsPersonal();
        // It may hold a one-time code.
        builder.Property(m => m.Text).IsSecret();
        builder.Property(m => m.List).HasMaxLength(OfficeMessage.ListMaxLength);
        builder.Property(m => m.Error).HasMaxLength(OfficeMessage.ErrorMaxLength).IsPersonal();
        builder.Ignore(m => m.Outgoing);
        builder.HasIndex(m => m.NextAttemptAt);
        builder.HasIndex(m => m.CreatedAt);
        builder.HasIndex(m => m.PersonId);
    }
}
