namespace PhuSa.Tests.Events;

/// <summary>A folder of tables of a test's own: a copy of the samples, some of them changed.</summary>
internal sealed class Folder : IDisposable
{
    private Folder(string root) => Root = root;

    /// <summary>What the product loads its samples from: a folder of folders.</summary>
    public string Root { get; }

    public string Path => System.IO.Path.Combine(Root, "bang");

    public static Folder OfSamples()
    {
        var folder = new Folder(Directory.CreateTempSubdirectory("phusa-bang-").FullName);
        Directory.CreateDirectory(folder.Path);
        foreach (var file in Directory.EnumerateFiles(App.Samples, "*.csv"))
        {
            File.Copy(file, System.IO.Path.Combine(folder.Path, System.IO.Path.GetFileName(file)));
        }

        return folder;
    }

    public Folder With(string table, params string[] lines)
    {
        File.WriteAllLines(System.IO.Path.Combine(Path, $"{table}.csv"), lines);
        return this;
    }

    /// <summary>Replaces words in one table; the words must be there.</summary>
    public Folder Changed(string table, string from, string to)
    {
        var file = System.IO.Path.Combine(Path, $"{table}.csv");
        var text = File.ReadAllText(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
        return this;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
