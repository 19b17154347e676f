using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Journal;

/// <summary>On which day records were last changed, as the journal tells it.</summary>
public static class JournalDays
{
    /// <param name="records">The records, and what stands on their pages and is journaled apart.</param>
    /// <param name="parts">Of what is journaled apart: which record each is of.</param>
    /// <returns>The Vietnamese day, by the record's id.</returns>
    public static async Task<IReadOnlyDictionary<Guid, DateOnly?>> ChangedAsync(
        this AppDbContext db, IReadOnlyCollection<Type> records, IReadOnlyDictionary<Guid, Guid> parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(parts);
        var kinds = records.Select(record => db.Model.FindEntityType(record)!.GetTableName()!).ToList();
        var told = await db.Set<JournalEntry>().Where(entry => kinds.Contains(entry.Kind))
            .GroupBy(entry => entry.RecordId).Select(group => new { group.Key, At = group.Max(entry => entry.At) }).ToListAsync(cancellationToken);
        return told.GroupBy(last => parts.GetValueOrDefault(last.Key, last.Key))
            .ToDictionary(group => group.Key, group => (DateOnly?)DateOnly.FromDateTime(VietnamTime.Local(group.Max(last => last.At))));
    }
}
