using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Journal;

/// <summary>On which day records were last changed, as the journal tells it: the Vietnamese day, by the record's id.</summary>
public static class JournalDays
{
    private static readonly Dictionary<Guid, Guid> NoParts = [];

    /// <param name="records">Whose pages show nothing that is journaled apart.</param>
    public static Task<IReadOnlyDictionary<Guid, DateOnly?>> ChangedAsync(this AppDbContext db, IReadOnlyCollection<Type> records, CancellationToken cancellationToken) =>
        db.ChangedAsync(records, NoParts, cancellationToken);

    /// <param name="records">The records, and what stands on their pages and is journaled apart.</param>
    /// <param name="parts">Of what is journaled apart: which record each is of.</param>
    public static Task<IReadOnlyDictionary<Guid, DateOnly?>> ChangedAsync(
        this AppDbContext db, IReadOnlyCollection<Type> records, IReadOnlyDictionary<Guid, Guid> parts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return ToldAsync(db, [.. records.Select(record => db.Model.FindEntityType(record)!.GetTableName()!)], parts, cancellationToken);
    }

    /// <param name="kinds">As the journal names them; for records of other modules, whose types are their own.</param>
    public static Task<IReadOnlyDictionary<Guid, DateOnly?>> ChangedAsync(this AppDbContext db, IReadOnlyList<string> kinds, CancellationToken cancellationToken) =>
        ToldAsync(db, [.. kinds], NoParts, cancellationToken);

    private static async Task<IReadOnlyDictionary<Guid, DateOnly?>> ToldAsync(AppDbContext db, List<string> kinds, IReadOnlyDictionary<Guid, Guid> parts, CancellationToken cancellationToken)
    {
        var told = await db.Set<JournalEntry>().Where(entry => kinds.Contains(entry.Kind))
            .GroupBy(entry => entry.RecordId).Select(group => new { group.Key, At = group.Max(entry => entry.At) }).ToListAsync(cancellationToken);
        return told.GroupBy(last => parts.GetValueOrDefault(last.Key, last.Key))
            .ToDictionary(group => group.Key, group => (DateOnly?)DateOnly.FromDateTime(VietnamTime.Local(group.Max(last => last.At))));
    }
}
