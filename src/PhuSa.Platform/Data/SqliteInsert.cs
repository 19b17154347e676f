using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PhuSa.Platform.Data;

/// <summary>
/// One INSERT on SQLite, run once for each row. Its values are bound by their place and in the driver's own forms: a command looks each of them up by
/// name again for every row, which is a sixth of a large import.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 _db;
    private readonly sqlite3_stmt _statement;
    private byte[] _letters = new byte[1024];

    public SqliteInsert(SqliteConnection connection, string sql)
    {
        _db = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_db, sql, out _statement));
    }

    /// <param name="place">From 1.</param>
    /// <param name="value">As the column stores it; null for nothing.</param>
    public void Bind(int place, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        string text => Text(place, text),
        Guid id => Id(place, id),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        bool isSo => raw.sqlite3_bind_int64(_statement, place, isSo ? 1 : 0),
        DateTime moment => Moment(place, moment),
        DateOnly day => Text(place, day.ToString(@"yyyy\-MM\-dd", CultureInfo.InvariantCulture)),
        decimal number => Text(place, number.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new NotSupportedException($"How SQLite keeps a {value.GetType().Name} is not said here."),
    });

    /// <summary>How many rows this connection has written since it was opened.</summary>
    public int Written => raw.sqlite3_total_changes(_db);

    /// <exception cref="SqliteException">The row may not be twice, or names what is not there.</exception>
    public void Run()
    {
        var result = raw.sqlite3_step(_statement);
        if (result != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(result, _db);
        }

        raw.sqlite3_reset(_statement);
    }

    public void Dispose() => _statement.Dispose();

    private int Id(int place, Guid id)
    {
        id.TryFormat(_letters, out var length);
        Ascii.ToUpperInPlace(_letters.AsSpan(0, length), out _);
        return raw.sqlite3_bind_text(_statement, place, _letters.AsSpan(0, length));
    }

    private int Moment(int place, DateTime moment)
    {
        moment.TryFormat(_letters, out var length, @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(_statement, place, _letters.AsSpan(0, length));
    }

    private int Text(int place, string text)
    {
        // No bytes at all would be taken for nothing.
        if (text.Length == 0)
        {
            return raw.sqlite3_bind_text(_statement, place, text);
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_letters.Length < most)
        {
            _letters = new byte[most];
        }

        return raw.sqlite3_bind_text(_statement, place, _letters.AsSpan(0, Encoding.UTF8.GetBytes(text, _letters)));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _db);
}
