using Microsoft.EntityFrameworkCore;
using PhuSa.Office.Channels;
using PhuSa.Office.Notices;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Jobs;
using PhuSa.Platform.Notices;

namespace PhuSa.Office.Messages;

/// <summary>
/// Makes messages of urgent notices and sends what is due. A message whose sending was not written down goes out again under the same Message-Id.
/// </summary>
internal sealed class MessageSending(AppDbContext db, NoticePosting posting, INotices notices, IEnumerable<IMessageChannel> channels, TimeProvider clock) : IScheduledJob
{
    private const int Most = 200;

    /// <summary>A channel that fails this often in a row is left alone until the next run.</summary>
    private const int TroublesInRow = 3;

    private readonly Dictionary<string, int> _troubles = new(StringComparer.Ordinal);

    public string Code => "office.messages";

    public string Name => "Gửi thư và tin nhắn";

    public JobSchedule Schedule => new JobSchedule.Every(TimeSpan.FromSeconds(5));

    public async Task<JobOutcome?> RunAsync(CancellationToken cancellationToken)
    {
        await posting.PostUrgentAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Set<OfficeMessage>().Where(m => m.NextAttemptAt <= now).OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Id).Take(Most).ToListAsync(cancellationToken);
        var (sent, failed) = (0, 0);
        foreach (var message in due.Where(m => _troubles.GetValueOrDefault(m.Channel) < TroublesInRow))
        {
            await SendAsync(message, cancellationToken);
            await db.SaveChangesAsync(CancellationToken.None);
            _ = message.SentAt is null ? failed++ : sent++;
        }

        if (due.Exists(m => m.GivenUpAt is not null))
        {
            await TellAsync(cancellationToken);
        }

        return sent + failed == 0 ? null : new JobOutcome("Đã gửi {0}, chưa gửi được {1}.", sent, failed);
    }

    private async Task SendAsync(OfficeMessage message, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (message.UntilAt < now)
        {
            message.Expired(MessageErrors.TooLate, now);
            return;
        }

        if (channels.FirstOrDefault(c => c.Code == message.Channel && c.IsConfigured) is not { } channel)
        {
            message.NotSent(MessageErrors.NoChannel, forGood: false, now);
            return;
        }

        try
        {
            await channel.SendAsync(message.Outgoing, cancellationToken);
            message.Sent(clock.GetUtcNow().UtcDateTime);
            _troubles[message.Channel] = 0;
        }
        catch (MessageNotSentException e)
        {
            message.NotSent(e.Message, e.ForGood, clock.GetUtcNow().UtcDateTime);
            _troubles[message.Channel] = e.ForGood ? 0 : _troubles.GetValueOrDefault(message.Channel) + 1;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A wrong setting of one channel does not hold up the others.
            message.NotSent(MessageErrors.Filled(MessageErrors.Unexpected, e.Message), forGood: false, clock.GetUtcNow().UtcDateTime);
            _troubles[message.Channel] = TroublesInRow;
        }
    }

    /// <summary>Once a day, however many there are.</summary>
    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var notice = new Notice("Có thư hoặc tin nhắn không gửi được. Hãy xem lý do và gửi lại.", [], "/quan-tri/thu-gui?loc=hong", Urgency.Normal, $"messages:{VietnamTime.Today(clock):O}");
        await notices.TellHoldersAsync(MessageRights.Manage, organisationId: null, notice, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
