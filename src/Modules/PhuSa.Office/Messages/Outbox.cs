using PhuSa.Platform.Data;
using PhuSa.Platform.Notices;

namespace PhuSa.Office.Messages;

internal sealed class Outbox(AppDbContext db, IEnumerable<IMessageChannel> channels, TimeProvider clock) : IOutbox
{
    public void Post(string channel, Guid? personId, OutgoingMessage message, DateTime? until = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.To.Length is 0 or > OfficeMessage.ToMaxLength || message.To.Any(char.IsControl))
        {
            throw new ArgumentException("That is no address.", nameof(message));
        }

        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new OfficeMessage(Guid.CreateVersion7(new DateTimeOffset(now)), channel, personId, message, until, now));
    }

    public bool Reaches(string channel) => channels.Any(c => c.Code == channel && c.IsConfigured);
}
