using Microsoft.Data.Sqlite;

namespace PhuSa.Tests;

/// <summary>
/// A database as the first opening leaves it, made once for each run and copied for each product of a test: migrations and samples
/// are most of what a start costs. The opening itself is tried by those that bring a database or samples of their own.
/// </summary>
internal static class OpenedDatabase
{
    public const string File = "phusa.db";

    private static readonly Lazy<Task<string>> Samples = new(() => MakeAsync(empty: false));
    private static readonly Lazy<Task<string>> Empty = new(() => MakeAsync(empty: true));

    /// <param name="name">Name of the new database on PostgreSQL.</param>
    /// <param name="folder">Where the new database lies on SQLite.</param>
    public static async Task CopyAsync(bool empty, string name, string folder)
    {
        var made = await (empty ? Empty : Samples).Value;
        if (App.Postgres)
        {
            await PostgresServer.CreateAsync(name, like: made);
            return;
        }

        Directory.CreateDirectory(folder);
        System.IO.File.Copy(made, Path.Combine(folder, File));
    }

    /// <returns>The database's name on PostgreSQL, its file on SQLite.</returns>
    private static async Task<string> MakeAsync(bool empty)
    {
        var app = App.Bare(empty);
        await app.InitializeAsync();
        await app.CloseAsync();
        if (App.Postgres)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => PostgresServer.DropAsync(app.Name).GetAwaiter().GetResult();
            return app.Name;
        }

        var file = Path.Combine(Path.GetTempPath(), $"{app.Name}.db");
        await using (var source = new SqliteConnection($"Data Source={Path.Combine(app.Data, File)};Pooling=False"))
        {
            // One file, whatever still stands beside it in a log.
            await source.OpenAsync();
            await using var command = source.CreateCommand();
            command.CommandText = "VACUUM INTO $file";
            command.Parameters.AddWithValue("$file", file);
            await command.ExecuteNonQueryAsync();
        }

        Directory.Delete(app.Data, recursive: true);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.Delete(file);
        return file;
    }
}
