using Npgsql;

namespace PhuSa.Tests;

/// <summary>The PostgreSQL that <c>./test</c> starts: TEST_PG is its connection string without a database.</summary>
internal static class PostgresServer
{
    private static string Server => Environment.GetEnvironmentVariable("TEST_PG")
        ?? throw new InvalidOperationException("TEST_DB=postgres needs TEST_PG, which ./test sets.");

    public static string Connection(string database, int connections = 10) => $"{Server};Database={database};Maximum Pool Size={connections}";

    public static Task CreateAsync(string database) => RunAsync($"CREATE DATABASE \"{database}\"");

    /// <summary>A copy of a database to which nobody is connected; by its files, which takes half as long as by its log.</summary>
    public static Task CreateAsync(string database, string like) => RunAsync($"CREATE DATABASE \"{database}\" TEMPLATE \"{like}\" STRATEGY FILE_COPY");

    public static Task DropAsync(string database) => RunAsync($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
