using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using PhuSa.Platform.Search;

namespace PhuSa.Platform.Data.Search;

/// <summary>The four indexes, as they are named in the file.</summary>
internal enum WordIndex
{
    TitleWritten,
    AllWritten,
    TitleFolded,
    AllFolded,
}

/// <summary>What is shown of a found document.</summary>
internal sealed record IndexedText(string Kind, string Url, IReadOnlyList<string> Sites, string Title, string? Detail, string Body, DateOnly? Day);

/// <summary>How many of the newest matches the scope shows on its site, and how many on others.</summary>
/// <param name="IsAll">There are no older matches.</param>
internal readonly record struct NewestCount(int Here, int Elsewhere, bool IsAll);

/// <summary>One connection that reads an index, with its prepared statements. Not for two threads at a time.</summary>
internal sealed class IndexReader : IDisposable
{
    private const int MostStatements = 100;

    /// <summary>What names no site is on every one.</summary>
    private const string Here = "docs.sites = '' OR instr(docs.sites, $site) > 0";

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public IndexReader(SqliteConnection connection)
    {
        _connection = connection;
        IndexFile.Execute(connection, "PRAGMA query_only=1; PRAGMA busy_timeout=10000; PRAGMA cache_size=-4096; PRAGMA mmap_size=1073741824;");
    }

    /// <summary>From here to <see cref="End"/> the index stands still: what was found is still there when its text is read.</summary>
    public void Begin() => Command("BEGIN").ExecuteNonQuery();

    public void End() => Command("COMMIT").ExecuteNonQuery();

    /// <summary>Ids of the documents that match and that the scope shows, newest first, read no further than the taker wants.</summary>
    public IEnumerable<long> Match(WordIndex index, string match, SearchScope scope)
    {
        var table = Table(index);
        var command = Command($"SELECT {table}.rowid FROM {table} CROSS JOIN docs ON docs.id = {table}.rowid WHERE {table} MATCH $match{Filter(scope, table)} ORDER BY {table}.rowid DESC");
        Fill(command, match, scope);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return rows.GetInt64(0);
        }
    }

    /// <returns>How many documents match, counted up to <paramref name="most"/>.</returns>
    public int Count(WordIndex index, string match, SearchScope scope, int most)
    {
        var table = Table(index);
        var command = Command(string.Create(CultureInfo.InvariantCulture, $"SELECT count(*) FROM (SELECT 1 FROM {table} CROSS JOIN docs ON docs.id = {table}.rowid WHERE {table} MATCH $match{Filter(scope, table)} LIMIT {most})"));
        Fill(command, match, scope);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Counted among the newest matches only, of this site and of others in one look: where the scope shows next to none of many matches, a whole
    /// count would look at every one of them.
    /// </summary>
    public NewestCount CountNewest(WordIndex index, string match, SearchScope scope, int looked)
    {
        var table = Table(index);
        var shown = $"1 = 1{Filter(scope with { Place = SearchPlace.Everywhere }, "newest")}";
        var command = Command(string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT sum({shown} AND ({Here})), sum({shown} AND NOT ({Here})), count(*) FROM (SELECT rowid FROM {table} WHERE {table} MATCH $match ORDER BY rowid DESC LIMIT {looked}) AS newest CROSS JOIN docs ON docs.id = newest.rowid"));
        Fill(command, match, scope);
        using var row = command.ExecuteReader();
        row.Read();
        return row.IsDBNull(0) ? new NewestCount(0, 0, IsAll: true) : new NewestCount(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2) < looked);
    }

    public IndexedText Text(long id)
    {
        var command = Command("SELECT docs.kind, texts.url, docs.sites, texts.title, texts.detail, texts.body, texts.day FROM texts JOIN docs ON docs.id = texts.id WHERE texts.id = $id");
        Set(command, "$id", id);
        using var row = command.ExecuteReader();
        row.Read();
        return new IndexedText(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries),
            row.GetString(3),
            row.IsDBNull(4) ? null : row.GetString(4),
            row.GetString(5),
            row.IsDBNull(6) ? null : DateOnly.FromDayNumber(row.GetInt32(6)));
    }

    /// <summary>Every word of the index, as it is written; also of documents that are not for everyone.</summary>
    public IEnumerable<(string Folded, string Written)> Words()
    {
        using var rows = Command("SELECT folded, written FROM words").ExecuteReader();
        while (rows.Read())
        {
            yield return (rows.GetString(0), rows.GetString(1));
        }
    }

    public int Documents() => Convert.ToInt32(Command("SELECT count(*) FROM docs").ExecuteScalar(), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private static string Table(WordIndex index) => index switch
    {
        WordIndex.TitleWritten => "title_written",
        WordIndex.AllWritten => "all_written",
        WordIndex.TitleFolded => "title_folded",
        _ => "all_folded",
    };

    private static string Filter(SearchScope scope, string table)
    {
        var filter = new StringBuilder(" AND docs.from_at <= $now AND docs.until_at > $now");
        filter.Append(scope.Rights is null ? " AND docs.is_public = 1" : " AND docs.office IS NOT NULL AND (instr($rights, ' ' || docs.office || ' ') > 0 OR docs.owner = $owner)");
        _ = scope.Place switch
        {
            SearchPlace.Here => filter.Append(CultureInfo.InvariantCulture, $" AND ({Here})"),
            SearchPlace.Elsewhere => filter.Append(CultureInfo.InvariantCulture, $" AND NOT ({Here})"),
            _ => filter,
        };
        if (scope.Kind is not null)
        {
            filter.Append(" AND docs.kind = $kind");
        }

        // Documents without a day are found only where no day is asked for.
        if (scope.From is not null || scope.To is not null)
        {
            filter.Append(CultureInfo.InvariantCulture, $" AND {table}.rowid BETWEEN $first AND $last");
        }

        return filter.ToString();
    }

    private static void Fill(SqliteCommand command, string match, SearchScope scope)
    {
        Set(command, "$match", match);
        Set(command, "$now", scope.Now.Ticks);
        if (scope.Rights is { } rights)
        {
            Set(command, "$rights", $" {string.Join(' ', rights)} ");
            Set(command, "$owner", scope.OrganisationId.ToByteArray());
        }

        if (scope.Place is not SearchPlace.Everywhere)
        {
            Set(command, "$site", $" {scope.Site} ");
        }

        if (scope.Kind is { } kind)
        {
            Set(command, "$kind", kind);
        }

        if (scope.From is not null || scope.To is not null)
        {
            Set(command, "$first", IndexWriter.FirstOf(Math.Max(1, scope.From?.DayNumber ?? 1)));
            Set(command, "$last", IndexWriter.FirstOf((scope.To ?? DateOnly.MaxValue).DayNumber + 1) - 1);
        }
    }

    private static void Set(SqliteCommand command, string name, object value)
    {
        var at = command.Parameters.IndexOf(name);
        if (at < 0)
        {
            command.Parameters.AddWithValue(name, value);
        }
        else
        {
            command.Parameters[at].Value = value;
        }
    }

    private SqliteCommand Command(string sql)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            if (_commands.Count >= MostStatements)
            {
                foreach (var old in _commands.Values)
                {
                    old.Dispose();
                }

                _commands.Clear();
            }

            command = _connection.CreateCommand();
            command.CommandText = sql;
            _commands[sql] = command;
        }

        return command;
    }
}
