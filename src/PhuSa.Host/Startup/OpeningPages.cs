using System.Globalization;
using System.Runtime.InteropServices;

namespace PhuSa.Host.Startup;

/// <summary>
/// The parts of the libraries' files that only the start has read: thirty megabytes that count as the process's own. They leave the process and come back,
/// one by one and without a read from disk, where they are asked for again; the machine keeps them as long as it has room.
/// Only what nobody can have written to: a mapping that is not writable and of which every page is still the file's.
/// </summary>
internal static class OpeningPages
{
    private const int DontNeed = 4;

    private delegate int Advice(nuint address, nuint length, int advice);

    public static void LetGo()
    {
        if (Find() is not { } advise)
        {
            return;
        }

        try
        {
            foreach (var (address, length) in FilesAsTheyAre(File.ReadLines("/proc/self/smaps")).ToList())
            {
                _ = advise(address, length, DontNeed);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A machine that does not tell its mappings keeps them.
        }
    }

    /// <summary>Mappings of libraries that are neither writable nor changed since they were read.</summary>
    internal static IEnumerable<(nuint Address, nuint Length)> FilesAsTheyAre(IEnumerable<string> smaps)
    {
        (nuint Address, nuint Length)? mapping = null;
        foreach (var line in smaps)
        {
            if (Head(line) is { } head)
            {
                mapping = head.Library ? (head.Address, head.Length) : null;
            }
            else if (mapping is { } library && line.StartsWith("Anonymous:", StringComparison.Ordinal))
            {
                mapping = null;
                if (line.AsSpan("Anonymous:".Length).Trim().StartsWith("0 "))
                {
                    yield return library;
                }
            }
        }
    }

    // 7f01c0000000-7f01c0200000 r-xp 00001000 fe:00 123456   /usr/lib/libx.so.1
    private static (nuint Address, nuint Length, bool Library)? Head(string line)
    {
        var words = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var dash = words.Length >= 5 ? words[0].IndexOf('-', StringComparison.Ordinal) : -1;
        if (dash < 0 || !Number(words[0].AsSpan(0, dash), out var from) || !Number(words[0].AsSpan(dash + 1), out var to))
        {
            return null;
        }

        var file = words.Length == 6 ? Path.GetFileName(words[5]) : "";
        var library = file.EndsWith(".dll", StringComparison.Ordinal) || file.EndsWith(".so", StringComparison.Ordinal) || file.Contains(".so.", StringComparison.Ordinal);
        return (from, to - from, library && words[1] is ['r', '-', ..]);
    }

    private static bool Number(ReadOnlySpan<char> digits, out nuint value) => nuint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static Advice? Find() =>
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "madvise", out var advise)
            ? Marshal.GetDelegateForFunctionPointer<Advice>(advise)
            : null;
}
