using System.Globalization;

namespace PhuSa.Portal.Visits;

/// <summary>
/// <c>DIR/counters</c>: the files of the instances that run on this data folder. A number is one running process; the operating system
/// lets go of its lock when the process dies, and whoever comes next takes the number and goes on with its file.
/// </summary>
internal sealed class CounterFolder : IDisposable
{
    private const int MostInstances = 1000;
    private readonly string _folder;
    private readonly FileStream _lock;

    private CounterFolder(string folder, int number, FileStream held) => (_folder, Number, _lock) = (folder, number, held);

    public int Number { get; }

    public static CounterFolder Take(string data)
    {
        var folder = Path.Combine(data, "counters");
        Directory.CreateDirectory(folder);
        for (var number = 1; number <= MostInstances; number++)
        {
            if (TryLock(folder, number) is { } held)
            {
                return new CounterFolder(folder, number, held);
            }
        }

        throw new InvalidOperationException($"{MostInstances} processes already count in {folder}.");
    }

    public string FileOf(DateOnly day) => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{Number}-{day:yyyyMMdd}.bin"));

    /// <summary>Files of this number from days that are over: nobody else writes them.</summary>
    public IReadOnlyList<CounterFile> Earlier(DateOnly today) =>
        [.. Directory.EnumerateFiles(_folder, $"{Number}-*.bin").Where(path => path != FileOf(today)).Order(StringComparer.Ordinal).Select(CounterFile.Existing).OfType<CounterFile>()];

    /// <summary>Files of numbers that no running process holds, with the lock under which they may be folded.</summary>
    public IEnumerable<(CounterFile File, IDisposable Lock)> Orphans()
    {
        foreach (var path in Directory.EnumerateFiles(_folder, "*-*.bin").Order(StringComparer.Ordinal).ToList())
        {
            if (int.TryParse(Path.GetFileName(path).Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number != Number && TryLock(_folder, number) is { } held)
            {
                if (CounterFile.Existing(path) is { } file)
                {
                    yield return (file, held);
                }
                else
                {
                    held.Dispose();
                }
            }
        }
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream? TryLock(string folder, int number)
    {
        try
        {
            return new FileStream(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number}.lock")), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
