using System.Text;

namespace PhuSa.Tests.Organisations;

/// <summary>A folder of CSV tables made for one test, deleted with it.</summary>
internal sealed class ImportFolder : IDisposable
{
    private ImportFolder() => Path = Directory.CreateTempSubdirectory("phusa-import-").FullName;

    public string Path { get; }

    public static ImportFolder With(params (string Table, string Rows)[] tables)
    {
        var folder = new ImportFolder();
        foreach (var (table, rows) in tables)
        {
            folder.Put(table, rows);
        }

        return folder;
    }

    public void Put(string table, string rows) =>
        File.WriteAllText(System.IO.Path.Combine(Path, $"{table}.csv"), rows.ReplaceLineEndings("\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
