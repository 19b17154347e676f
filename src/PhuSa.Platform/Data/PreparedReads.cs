using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace PhuSa.Platform.Data;

/// <summary>
/// Asks the database what the most read pages ask at every reading, without the model of the records between: the question is prepared once for each
/// connection. For a question that costs more to put than to answer; all others go through <see cref="AppDbContext"/>.
/// </summary>
public sealed class PreparedReads : IDisposable
{
    /// <summary>Of an embedded file; a reader more than these opens one and lets it go.</summary>
    private const int MostKept = 4;

    private readonly string _connection;
    private readonly DatabaseKind _kind;
    private readonly ConcurrentBag<EmbeddedReader> _kept = [];
    private bool _disposed;

    public PreparedReads(IConfiguration configuration)
    {
        _kind = DatabaseRegistration.Kind(configuration);
        _connection = configuration["Database:Connection"] ?? throw new InvalidOperationException("Database:Connection is not configured.");
    }

    /// <summary>One question, in words that both databases understand.</summary>
    /// <param name="question">A constant, with <paramref name="parameters"/> as <c>@name</c>.</param>
    /// <param name="read">Makes the answer of the one row.</param>
    /// <returns>Null where there is no row.</returns>
    public Task<T?> FindAsync<T>(string question, (string Name, object Value)[] parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class =>
        _kind == DatabaseKind.Sqlite ? Task.FromResult(FindEmbedded(question, parameters, read)) : FindOnServerAsync(question, parameters, read, cancellationToken);

    public void Dispose()
    {
        _disposed = true;
        while (_kept.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    /// <summary>A reader that has failed is not kept.</summary>
    private T? FindEmbedded<T>(string question, (string Name, object Value)[] parameters, Func<DbDataReader, T> read)
        where T : class
    {
        var reader = _kept.TryTake(out var kept) ? kept : new EmbeddedReader(_connection);
        T? found;
        try
        {
            found = reader.Find(question, parameters, read);
        }
        catch
        {
            reader.Dispose();
            throw;
        }

        if (_disposed || _kept.Count >= MostKept)
        {
            reader.Dispose();
        }
        else
        {
            _kept.Add(reader);
        }

        return found;
    }

    /// <summary>The pool of the driver keeps what was prepared on a connection.</summary>
    private async Task<T?> FindOnServerAsync<T>(string question, (string Name, object Value)[] parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : class
    {
        await using var connection = new NpgsqlConnection(_connection);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(question, connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter(name, value));
        }

        await command.PrepareAsync(cancellationToken);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? read(row) : null;
    }

    /// <summary>One connection to the embedded file, with what was prepared on it. Not for two threads at a time.</summary>
    private sealed class EmbeddedReader : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

        public EmbeddedReader(string connection)
        {
            _connection = new SqliteConnection(connection);
            _connection.Open();
            SqliteConnectionInterceptor.Prepare(_connection);
        }

        public T? Find<T>(string question, (string Name, object Value)[] parameters, Func<DbDataReader, T> read)
            where T : class
        {
            if (!_commands.TryGetValue(question, out var command))
            {
                command = _connection.CreateCommand();
                command.CommandText = question;
                _commands.Add(question, command);
            }

            command.Parameters.Clear();
            foreach (var (name, value) in parameters)
            {
                command.Parameters.AddWithValue("@" + name, value);
            }

            using var row = command.ExecuteReader();
            return row.Read() ? read(row) : null;
        }

        public void Dispose()
        {
            foreach (var command in _commands.Values)
            {
                command.Dispose();
            }

            _connection.Dispose();
        }
    }
}
