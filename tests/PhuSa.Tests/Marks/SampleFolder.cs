namespace PhuSa.Tests.Marks;

/// <summary>A folder of tables that a test changes: a copy of the samples, or only what the test writes.</summary>
internal sealed class SampleFolder : IDisposable
{
    private SampleFolder()
    {
        Directory.CreateDirectory(Path);
    }

    /// <summary>In the place of the product's folder of samples, each of which is a folder in it.</summary>
    public string Root { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"phusa_samples_{Guid.CreateVersion7():N}");

    /// <summary>The folder with the tables.</summary>
    public string Path => System.IO.Path.Combine(Root, "mau");

    public static SampleFolder Empty() => new();

    public static SampleFolder Copy()
    {
        var folder = new SampleFolder();
        foreach (var file in Directory.EnumerateFiles(App.Samples))
        {
            File.Copy(file, System.IO.Path.Combine(folder.Path, System.IO.Path.GetFileName(file)));
        }

        return folder;
    }

    /// <summary>A table of the samples alone, to be changed and imported again.</summary>
    public static SampleFolder Only(string table) => Empty().Write(table, File.ReadAllText(System.IO.Path.Combine(App.Samples, $"{table}.csv")));

    public string Read(string table) => File.ReadAllText(FileOf(table));

    public SampleFolder Write(string table, string text)
    {
        File.WriteAllText(FileOf(table), text);
        return this;
    }

    public SampleFolder Change(string table, string from, string to)
    {
        var text = Read(table);
        Assert.Contains(from, text, StringComparison.Ordinal);
        return Write(table, text.Replace(from, to, StringComparison.Ordinal));
    }

    public SampleFolder Add(string table, string line) => Write(table, $"{Read(table).TrimEnd('\n')}\n{line}\n");

    public SampleFolder Remove(string table, string start)
    {
        var lines = Read(table).Split('\n');
        var kept = lines.Where(line => !line.StartsWith(start, StringComparison.Ordinal)).ToList();
        Assert.Equal(lines.Length - 1, kept.Count);
        return Write(table, string.Join('\n', kept));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private string FileOf(string table) => System.IO.Path.Combine(Path, $"{table}.csv");
}
