using System.Runtime.InteropServices;

namespace PhuSa.Host.Startup;

/// <summary>
/// What native code has freed (the runtime's compiler, SQLite) stays with the process, in the keeping of glibc, until it is asked to give it back:
/// a dozen megabytes after a start. Where the C library is another one, there is nothing to ask.
/// </summary>
internal static class FreedMemory
{
    private static readonly Trim? Give = Find();

    private delegate int Trim(nuint kept);

    public static void GiveBack() => Give?.Invoke(0);

    private static Trim? Find() =>
        OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "malloc_trim", out var trim)
            ? Marshal.GetDelegateForFunctionPointer<Trim>(trim)
            : null;
}
