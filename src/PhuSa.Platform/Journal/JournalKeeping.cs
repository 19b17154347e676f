using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal.Chain;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Journal;

/// <summary>How long entries are kept: at least twelve months (Decree 333/2026, Article 16(6)(c)).</summary>
public sealed record JournalKeeping(int Months)
{
    public const int LeastMonths = 12;
    private const int DefaultMonths = 24;
    private const int MostMonths = 1200;

    /// <summary>Reads <c>Journal:KeepMonths</c>.</summary>
    /// <exception cref="RefusedException">It is less than the law asks for, or no number.</exception>
    public static JournalKeeping Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var written = configuration["Journal:KeepMonths"];
        var months = written is null ? DefaultMonths : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return months is >= LeastMonths and <= MostMonths
            ? new(months)
            : throw new RefusedException("Journal:KeepMonths là “{0}”: nhật ký phải được lưu từ {1} đến {2} tháng. Hãy sửa cấu hình rồi khởi động lại.", written ?? "", LeastMonths, MostMonths);
    }
}

/// <summary>
/// Removes whole days of entries that have been kept long enough. The days themselves stay: the last of them is what the rest of the chain goes on
/// from. A day is marked first and emptied in small steps, so that a run that is killed goes on with it.
/// </summary>
internal sealed class JournalRemoval(AppDbContext db, JournalKeeping keeping, Acting acting, JournalNotes notes, TimeProvider clock)
{
    private const int Step = 2000;

    /// <returns>How many days were removed, and the last of them.</returns>
    public async Task<(int Days, DateOnly? Last)> RunAsync(CancellationToken cancellationToken)
    {
        var limit = VietnamTime.Today(clock).AddMonths(-keeping.Months);
        var old = await db.Set<JournalDay>().Where(day => day.RemovedAt == null && day.Day < limit).OrderBy(day => day.Day).ToListAsync(cancellationToken);
        if (old.Count > 0)
        {
            Mark(old, limit);
            await db.SaveChangesAsync(cancellationToken);
        }

        await EmptyAsync(cancellationToken);
        return (old.Count, old.Count > 0 ? old[^1].Day : null);
    }

    private void Mark(List<JournalDay> days, DateOnly limit)
    {
        acting.As(JournalJobs.Actor(JournalJobs.Remove));
        foreach (var day in days)
        {
            day.RemovedAt = clock.GetUtcNow().UtcDateTime;
        }

        notes.Add(
            "journal_days",
            Guid.Empty,
            $"{VietnamTime.Written(days[0].Day)} – {VietnamTime.Written(days[^1].Day)}",
            "Remove",
            $"Đã lưu đủ {keeping.Months} tháng (trước ngày {VietnamTime.Written(limit)})");
    }

    private async Task EmptyAsync(CancellationToken cancellationToken)
    {
        var last = await db.Set<JournalDay>().Where(day => day.RemovedAt != null).MaxAsync(day => (long?)day.Last, cancellationToken) ?? 0;
        while (await db.Set<JournalLink>().Where(link => link.Number <= last).MinAsync(link => (long?)link.Number, cancellationToken) is { } first)
        {
            var end = Math.Min(last, first + Step - 1);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Set<JournalEntry>()
                .Where(entry => db.Set<JournalLink>().Any(link => link.EntryId == entry.Id && link.Number <= end))
                .ExecuteDeleteAsync(cancellationToken);
            await db.Set<JournalLink>().Where(link => link.Number <= end).ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
