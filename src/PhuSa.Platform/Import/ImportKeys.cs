namespace PhuSa.Platform.Import;

/// <summary>The natural keys of every table in play: what is in the database and what the folder brings.</summary>
public sealed class ImportKeys
{
    private readonly Dictionary<string, Dictionary<string, Guid>> _tables = new(StringComparer.Ordinal);

    public Guid? Find(string table, string key) =>
        _tables.TryGetValue(table, out var keys) && keys.TryGetValue(key, out var id) ? id : null;

    internal bool Knows(string table) => _tables.ContainsKey(table);

    internal void Set(string table, string key, Guid id) => Of(table)[key] = id;

    internal Dictionary<string, Guid> Of(string table)
    {
        if (!_tables.TryGetValue(table, out var keys))
        {
            _tables[table] = keys = new Dictionary<string, Guid>(StringComparer.Ordinal);
        }

        return keys;
    }
}
