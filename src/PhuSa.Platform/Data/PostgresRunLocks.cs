using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace PhuSa.Platform.Data;

/// <summary>An advisory lock of the database on a connection of its own, which is looked after while the work runs.</summary>
internal sealed class PostgresRunLocks(IConfiguration configuration) : IRunLocks
{
    /// <summary>A machine that lost its power lets go within half a minute instead of two hours.</summary>
    private const string SoonNoticed = "-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    private readonly string _connection = new NpgsqlConnectionStringBuilder(configuration["Database:Connection"])
    {
        Options = SoonNoticed,
        ApplicationName = "phusa-jobs",
        MaxPoolSize = 20,
    }.ToString();

    public async Task<IRunLock?> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(_connection);
        try
        {
            await connection.OpenAsync(cancellationToken);
            var key = Key(name);
            if (await AskAsync(connection, "SELECT pg_try_advisory_lock($1)", key, cancellationToken))
            {
                return new Held(connection, key);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    private static long Key(string name) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"phusa.run:{name}")));

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string question, long key, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(question, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = key });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private sealed class Held : IRunLock
    {
        private static readonly TimeSpan Often = TimeSpan.FromSeconds(10);
        private readonly NpgsqlConnection _connection;
        private readonly long _key;
        private readonly CancellationTokenSource _lost = new();
        private readonly CancellationTokenSource _done = new();
        private readonly Task _watch;

        public Held(NpgsqlConnection connection, long key)
        {
            _connection = connection;
            _key = key;
            _watch = WatchAsync();
        }

        public CancellationToken Lost => _lost.Token;

        public async ValueTask DisposeAsync()
        {
            await _done.CancelAsync();
            await _watch;
            try
            {
                if (!_lost.IsCancellationRequested)
                {
                    await AskAsync(_connection, "SELECT pg_advisory_unlock($1)", _key, CancellationToken.None);
                }
            }
            catch (NpgsqlException)
            {
                // The connection is gone, and the lock with it.
            }

            await _connection.DisposeAsync();
            _lost.Dispose();
            _done.Dispose();
        }

        private async Task WatchAsync()
        {
            try
            {
                using var timer = new PeriodicTimer(Often);
                while (await timer.WaitForNextTickAsync(_done.Token))
                {
                    await using var command = new NpgsqlCommand("SELECT 1", _connection);
                    await command.ExecuteScalarAsync(CancellationToken.None);
                }
            }
            catch (OperationCanceledException)
            {
                // The work is done.
            }
            catch (NpgsqlException)
            {
                await _lost.CancelAsync();
            }
        }
    }
}
