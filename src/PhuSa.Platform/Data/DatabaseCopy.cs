using Microsoft.Data.Sqlite;

namespace PhuSa.Platform.Data;

/// <summary>A copy of the embedded database as it is at one moment, while others go on writing.</summary>
public static class DatabaseCopy
{
    /// <param name="file">A file that is not there yet.</param>
    /// <returns>False where the copy is not whole; it is then of no use.</returns>
    public static bool Write(string connection, string file)
    {
        using var source = new SqliteConnection(connection);
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
        using var check = copy.CreateCommand();

        // One file that needs no other beside it.
        check.CommandText = "PRAGMA journal_mode=DELETE; PRAGMA integrity_check;";
        using var answer = check.ExecuteReader();
        answer.NextResult();
        return answer.Read() && answer.GetString(0) == "ok";
    }
}
