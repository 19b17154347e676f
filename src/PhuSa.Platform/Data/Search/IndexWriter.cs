using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PhuSa.Platform.Search;
using PhuSa.Vietnamese;

namespace PhuSa.Platform.Data.Search;

/// <summary>Writes documents into an index; what is not committed is not there.</summary>
internal sealed class IndexWriter : IDisposable
{
    /// <summary>Between title and text: no phrase reaches over it, and no reader can type it.</summary>
    private const string Border = " \uE000 ";

    /// <summary>A document's number begins with its day, so that the index itself stands newest first.</summary>
    private const int BitsOfADay = 20;

    /// <summary>Words already known to be written down.</summary>
    private const int WordsRemembered = 100_000;

    private static readonly string[] Indexes = ["title_written", "all_written", "title_folded", "all_folded"];

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteInsert> _inserts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private SqliteTransaction? _transaction;

    public IndexWriter(SqliteConnection connection) => _connection = connection;

    /// <param name="day">Its number; 0 where a document has none.</param>
    public static long FirstOf(int day) => (long)day << BitsOfADay;

    /// <summary>Puts documents in the place of whatever the index has of these ids.</summary>
    public void Put(string kind, IEnumerable<Guid> ids, IEnumerable<SearchDocument> documents)
    {
        _transaction ??= _connection.BeginTransaction();
        var removed = ids.ToHashSet();
        foreach (var id in removed)
        {
            Remove(kind, id);
        }

        foreach (var document in documents)
        {
            if (!removed.Remove(document.Id))
            {
                Remove(kind, document.Id);
            }

            Add(kind, document);
        }
    }

    /// <summary>Commits what was put, together with how far the changes have been followed.</summary>
    public void Commit(ChangeCursor? cursor)
    {
        _transaction ??= _connection.BeginTransaction();
        if (cursor is not null)
        {
            Meta("cursor", JsonSerializer.Serialize(cursor));
        }

        Guarded(() =>
        {
            _transaction.Commit();
            return true;
        });
        _transaction.Dispose();
        _transaction = null;
    }

    /// <summary>Makes a new file an index: in one piece, readable while it is written, and safe on the disk before it says so.</summary>
    public void Finish(ChangeCursor cursor)
    {
        Commit(cursor);
        foreach (var index in Indexes)
        {
            IndexFile.Execute(_connection, $"INSERT INTO {index}({index}) VALUES('optimize')");
        }

        IndexFile.Execute(_connection, "PRAGMA synchronous=FULL; PRAGMA journal_mode=DELETE;");
        _transaction = _connection.BeginTransaction();
        Meta("format", IndexFile.Format.ToString(CultureInfo.InvariantCulture));
        Commit(cursor: null);
        IndexFile.Execute(_connection, "PRAGMA journal_mode=WAL;");
    }

    public void Dispose()
    {
        _transaction?.Dispose();
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        foreach (var insert in _inserts.Values)
        {
            insert.Dispose();
        }

        _connection.Dispose();
    }

    private void Remove(string kind, Guid record)
    {
        if (Run("SELECT id FROM docs WHERE record = $0 AND kind = $1", record.ToByteArray(), kind) is not long id)
        {
            return;
        }

        foreach (var index in Indexes)
        {
            Run($"DELETE FROM {index} WHERE rowid = $0", id);
        }

        Run("DELETE FROM docs WHERE id = $0", id);
        Run("DELETE FROM texts WHERE id = $0", id);
    }

    private void Add(string kind, SearchDocument document)
    {
        var id = Free(document.Day);
        Insert(
            "INSERT INTO docs VALUES($0, $1, $2, $3, $4, $5, $6, $7, $8)",
            id,
            kind,
            document.Id.ToByteArray(),
            document.IsPublic ? 1L : 0L,
            document.Office?.Right.Code,
            document.Office?.OwnerId?.ToByteArray(),
            document.Sites.Count == 0 ? "" : $" {string.Join(' ', document.Sites)} ",
            document.ShownFromAt?.Ticks ?? 0L,
            document.ShownUntilAt?.Ticks ?? long.MaxValue);
        Insert("INSERT INTO texts VALUES($0, $1, $2, $3, $4, $5)", id, document.Url, document.Title, document.Detail, document.Body, document.Day is { } day ? (long)day.DayNumber : null);

        var title = SearchWords.Read(document.Title);
        var rest = SearchWords.Read(document.Detail is null ? document.Body : $"{document.Detail}\n\n{document.Body}");
        Insert("INSERT INTO title_written(rowid, x) VALUES($0, $1)", id, Joined(title, word => word.Key));
        Insert("INSERT INTO all_written(rowid, x) VALUES($0, $1)", id, Joined(title, word => word.Key) + Border + Joined(rest, word => word.Key));
        Insert("INSERT INTO title_folded(rowid, x) VALUES($0, $1)", id, Joined(title, word => word.Folded));
        Insert("INSERT INTO all_folded(rowid, x) VALUES($0, $1)", id, Joined(title, word => word.Folded) + Border + Joined(rest, word => word.Folded));
        Remember(title);
        Remember(rest);
    }

    private long Free(DateOnly? day)
    {
        var first = FirstOf(day?.DayNumber ?? 0);
        var last = Run("SELECT max(id) FROM docs WHERE id >= $0 AND id < $1", first, first + (1L << BitsOfADay)) as long?;
        return last + 1 ?? first + 1;
    }

    /// <summary>For suggestions: words that somebody may have meant.</summary>
    private void Remember(List<SearchWord> words)
    {
        foreach (var word in words)
        {
            if (word.Folded.Length < 2 || !word.Folded.All(char.IsLetter) || !_words.Add(word.Key))
            {
                continue;
            }

            if (_words.Count > WordsRemembered)
            {
                _words.Clear();
            }

            Insert("INSERT OR IGNORE INTO words VALUES($0, $1)", word.Folded, word.Key);
        }
    }

    private static T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw new BrokenIndexException(e.Message, e);
        }
    }

    private void Meta(string name, string value) => Run("INSERT OR REPLACE INTO meta VALUES($0, $1)", name, value);

    private static string Joined(List<SearchWord> words, Func<SearchWord, string> compared)
    {
        var joined = new StringBuilder();
        foreach (var word in words)
        {
            joined.Append(compared(word)).Append(' ');
        }

        return joined.ToString();
    }

    private void Insert(string sql, params ReadOnlySpan<object?> values)
    {
        try
        {
            if (!_inserts.TryGetValue(sql, out var insert))
            {
                _inserts[sql] = insert = new SqliteInsert(_connection, sql);
            }

            for (var i = 0; i < values.Length; i++)
            {
                insert.Bind(i + 1, values[i]);
            }

            insert.Run();
        }
        catch (SqliteException e)
        {
            throw new BrokenIndexException(e.Message, e);
        }
    }

    private object? Run(string sql, params object?[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"${i}") });
            }

            _commands[sql] = command;
        }

        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return Guarded(command.ExecuteScalar);
    }
}
