using System.Text;

namespace PhuSa.Tests.Import;

/// <summary>A folder of tables for one test.</summary>
internal sealed class ImportFolder : IDisposable
{
    public ImportFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"phusa_import_{Guid.CreateVersion7():N}");

    /// <summary>A copy of another folder, to be changed.</summary>
    public static ImportFolder CopyOf(string folder)
    {
        var copy = new ImportFolder();
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Copy(file, System.IO.Path.Combine(copy.Path, System.IO.Path.GetFileName(file)));
        }

        return copy;
    }

    public ImportFolder With(string file, string text, Encoding? encoding = null) => With(file, (encoding ?? new UTF8Encoding(false)).GetBytes(text));

    public ImportFolder With(string file, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);
        return this;
    }

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
