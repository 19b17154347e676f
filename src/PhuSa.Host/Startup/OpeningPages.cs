using System.Globalization;
using System.Runtime.InteropServices;

namespace PhuSa.Host.Startup;

/// <summary>
/// The parts of the libraries' files that only the start has read: tens of megabytes that count as the process's own. The machine is asked to take them back;
/// what is needed again is read again. It only asks (MADV_PAGEOUT): whatever happens meanwhile nothing is lost, and where the files are
/// somebody else's, or the system does not know the question, nothing happens.
/// </summary>
internal static class OpeningPages
{
    private const int PageOut = 21;

    private delegate int Advice(nuint address, nuint length, int advice);

    public static void LetGo()
    {
        if (Find() is not { } advise)
        {
            return;
        }

        try
        {
            foreach (var (address, length) in Libraries(File.ReadLines("/proc/self/maps")).ToList())
            {
                _ = advise(address, length, PageOut);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A machine that does not tell its mappings keeps them.
        }
    }

    /// <summary>Mappings of libraries that are read and never written.</summary>
    internal static IEnumerable<(nuint Address, nuint Length)> Libraries(IEnumerable<string> maps) => maps.Select(Library).OfType<(nuint, nuint)>();

    // 7f01c0000000-7f01c0200000 r-xp 00001000 fe:00 123456   /usr/lib/libx.so.1
    private static (nuint Address, nuint Length)? Library(string line)
    {
        var words = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words is not [var span, ['r', '-', ..], _, _, _, var path] || !IsLibrary(Path.GetFileName(path)))
        {
            return null;
        }

        var dash = span.IndexOf('-', StringComparison.Ordinal);
        return dash > 0 && Number(span.AsSpan(0, dash), out var from) && Number(span.AsSpan(dash + 1), out var to) ? (from, to - from) : null;
    }

    private static bool IsLibrary(string file) => file.EndsWith(".dll", StringComparison.Ordinal) || file.EndsWith(".so", StringComparison.Ordinal) || file.Contains(".so.", StringComparison.Ordinal);

    private static bool Number(ReadOnlySpan<char> digits, out nuint value) => nuint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static Advice? Find() =>
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "madvise", out var advise)
            ? Marshal.GetDelegateForFunctionPointer<Advice>(advise)
            : null;
}
