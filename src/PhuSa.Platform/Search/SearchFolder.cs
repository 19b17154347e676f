using System.Globalization;

namespace PhuSa.Platform.Search;

/// <summary>
/// <c>Search:Folder</c>: the index files of the processes that run on this folder. A number is one running process; the operating system lets go
/// of its lock when the process dies, and whoever comes next takes the number and goes on with its file.
/// </summary>
internal sealed class SearchFolder : IDisposable
{
    private const int MostInstances = 1000;
    private readonly string _folder;
    private readonly FileStream _lock;
    private int _generation;

    private SearchFolder(string folder, int number, FileStream held) => (_folder, Number, _lock) = (folder, number, held);

    public int Number { get; }

    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static SearchFolder Take(string folder)
    {
        Directory.CreateDirectory(folder);
        for (var number = 1; number <= MostInstances; number++)
        {
            if (TryTake(folder, number) is { } taken)
            {
                return taken;
            }
        }

        throw new IOException($"{MostInstances} processes already search in {folder}.");
    }

    /// <summary>Every number that has files and no running process.</summary>
    public static IEnumerable<SearchFolder> TakeFree(string folder)
    {
        foreach (var number in Directory.EnumerateFiles(folder, "*.lock").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal).ToList())
        {
            if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && TryTake(folder, n) is { } taken)
            {
                yield return taken;
            }
        }
    }

    /// <summary>Files of this number, the latest first.</summary>
    public IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(_folder, $"{Number}-*.db").OrderByDescending(File.GetCreationTimeUtc).ThenByDescending(path => path, StringComparer.Ordinal)];

    /// <summary>The path of a file that is not there yet.</summary>
    public string NewFile()
    {
        string path;
        do
        {
            path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{Number}-{++_generation:000000}.db"));
        }
        while (File.Exists(path));
        return path;
    }

    /// <summary>An index is derived: one that is in the way is deleted. What another program holds open stays until the next time.</summary>
    public static void Delete(string path)
    {
        foreach (var file in (string[])[path, path + "-wal", path + "-shm", path + "-journal"])
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Left for the next start.
            }
        }
    }

    public void Dispose() => _lock.Dispose();

    private static SearchFolder? TryTake(string folder, int number)
    {
        try
        {
            return new SearchFolder(folder, number, new FileStream(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number}.lock")), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }
}
