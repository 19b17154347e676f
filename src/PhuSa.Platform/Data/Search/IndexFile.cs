using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PhuSa.Platform.Search;

namespace PhuSa.Platform.Data.Search;

/// <summary>The index file cannot be used: it is made anew.</summary>
internal sealed class BrokenIndexException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// One derived index: an SQLite file with four FTS5 tables (words as written and words folded, of titles and of whole texts), what is shown of
/// each document, and by whom it is found. Any number of readers, one writer.
/// </summary>
internal sealed class IndexFile : IDisposable
{
    /// <summary>Changes with the tables, with the folding and with what sources write: an older file is made anew.</summary>
    public const int Format = 5;

    private const string Tables = """
        CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
        CREATE TABLE docs(id INTEGER PRIMARY KEY, kind TEXT NOT NULL, record BLOB NOT NULL, is_public INTEGER NOT NULL, office TEXT, owner BLOB, sites TEXT NOT NULL, from_at INTEGER NOT NULL, until_at INTEGER NOT NULL);
        CREATE UNIQUE INDEX docs_record ON docs(record, kind);
        CREATE TABLE texts(id INTEGER PRIMARY KEY, url TEXT NOT NULL, title TEXT NOT NULL, detail TEXT, body TEXT NOT NULL, day INTEGER);
        CREATE TABLE words(folded TEXT NOT NULL, written TEXT NOT NULL, PRIMARY KEY(folded, written)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE title_written USING fts5(x, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
        CREATE VIRTUAL TABLE all_written USING fts5(x, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
        CREATE VIRTUAL TABLE title_folded USING fts5(x, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
        CREATE VIRTUAL TABLE all_folded USING fts5(x, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0");
        INSERT INTO title_written(title_written, rank) VALUES('pgsz', 8000);
        INSERT INTO all_written(all_written, rank) VALUES('pgsz', 8000);
        INSERT INTO title_folded(title_folded, rank) VALUES('pgsz', 8000);
        INSERT INTO all_folded(all_folded, rank) VALUES('pgsz', 8000);
        """;

    /// <summary>Where a common word stands fills many leaves of the index, each of them looked up: of twice the size, half as many. One fits a page.</summary>
    private const string Pages = "PRAGMA page_size=8192;";

    /// <summary>Further ones are closed after a rush.</summary>
    private static readonly int MostReaders = 2 * Environment.ProcessorCount;

    private readonly ConcurrentBag<IndexReader> _readers = [];
    private volatile bool _closed;

    private IndexFile(string path, ChangeCursor cursor) => (Path, Cursor) = (path, cursor);

    public string Path { get; }

    /// <summary>How far it has followed; moved by whoever writes.</summary>
    public ChangeCursor Cursor { get; set; }

    /// <returns>Null where the file is unfinished, of another format or damaged.</returns>
    public static IndexFile? Open(string path)
    {
        try
        {
            using var connection = Connect(path, SqliteOpenMode.ReadWrite);
            var format = Meta(connection, "format");
            return format == Format.ToString(CultureInfo.InvariantCulture) && Meta(connection, "cursor") is { } cursor
                ? new IndexFile(path, JsonSerializer.Deserialize<ChangeCursor>(cursor)!)
                : null;
        }
        catch (Exception e) when (e is SqliteException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Makes a new file; it is no index before <see cref="IndexWriter.Finish"/>.</summary>
    public static IndexWriter Create(string path)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        // Nobody reads it before it is finished, and half of one is thrown away.
        Execute(connection, $"{Pages} PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;");
        Execute(connection, Tables);
        return new IndexWriter(connection);
    }

    public IndexWriter Write()
    {
        try
        {
            var connection = Connect(Path, SqliteOpenMode.ReadWrite);
            Execute(connection, "PRAGMA busy_timeout=10000; PRAGMA synchronous=NORMAL;");
            return new IndexWriter(connection);
        }
        catch (SqliteException e)
        {
            throw new BrokenIndexException(e.Message, e);
        }
    }

    /// <summary>Reads with a connection of the file's pool.</summary>
    /// <exception cref="BrokenIndexException">The file is damaged or has been replaced.</exception>
    public T Read<T>(Func<IndexReader, T> reading)
    {
        if (_closed)
        {
            throw new BrokenIndexException("The index was replaced.");
        }

        IndexReader? reader = null;
        try
        {
            reader = _readers.TryTake(out var waiting) ? waiting : new IndexReader(Connect(Path, SqliteOpenMode.ReadWrite));
            reader.Begin();
            var read = reading(reader);
            reader.End();
            PutBack(reader);
            return read;
        }
        catch (SqliteException e)
        {
            reader?.Dispose();
            throw new BrokenIndexException($"{System.IO.Path.GetFileName(Path)}: {e.Message}", e);
        }
        catch
        {
            reader?.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _closed = true;
        Drain();
    }

    internal static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static string? Meta(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT value FROM meta WHERE name = $name";
        command.Parameters.AddWithValue("$name", name);
        return command.ExecuteScalar() as string;
    }

    private void PutBack(IndexReader reader)
    {
        if (_readers.Count >= MostReaders)
        {
            reader.Dispose();
            return;
        }

        _readers.Add(reader);
        if (_closed)
        {
            Drain();
        }
    }

    private void Drain()
    {
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
