using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;

namespace PhuSa.Platform.Import;

/// <summary>One import of one folder: its actor, its moment (UTC), its keys and what went wrong.</summary>
public sealed class ImportScope
{
    internal ImportScope(AppDbContext db, Actor by, DateTime now)
    {
        Db = db;
        By = by;
        Now = now;
        Rows = new ImportedRows(db);
    }

    public AppDbContext Db { get; }

    public Actor By { get; }

    public DateTime Now { get; }

    public ImportKeys Keys { get; } = new();

    internal ImportedRows Rows { get; }

    internal List<ImportError> Errors { get; } = [];

    /// <summary>A new identity in the order of time.</summary>
    public Guid NewId() => Guid.CreateVersion7(new DateTimeOffset(Now));
}
