using Microsoft.Extensions.Configuration;

namespace PhuSa.Files.Store;

/// <summary>Where files lie while they come in: beside the store, so that a rename brings them into it.</summary>
internal sealed class IncomingFolder(IConfiguration configuration, TimeProvider clock)
{
    public const string Name = ".tam";

    public string Path { get; } = System.IO.Path.Combine(StoreFolder.Of(configuration), Name);

    public TemporaryFile New()
    {
        Directory.CreateDirectory(Path);
        return new TemporaryFile(System.IO.Path.Combine(Path, Guid.CreateVersion7(clock.GetUtcNow()).ToString("N")));
    }

    /// <summary>What a killed process or a cut connection left.</summary>
    public int Sweep(DateTime olderThan)
    {
        var old = Directory.Exists(Path) ? Directory.EnumerateFiles(Path).Where(file => File.GetLastWriteTimeUtc(file) < olderThan).ToList() : [];
        old.ForEach(File.Delete);
        return old.Count;
    }
}

/// <summary>The folder <c>tep</c> of the data folder.</summary>
internal static class StoreFolder
{
    public static string Of(IConfiguration configuration) => Path.Combine(configuration["Data"]!, "tep");
}

/// <summary>A file of our own naming that is gone when its user is done, unless it was moved into the store.</summary>
internal sealed class TemporaryFile(string path) : IAsyncDisposable
{
    public string Path => path;

    public FileStream Stream { get; } = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);

    /// <summary>On the disk, not only in the system's memory.</summary>
    public void Secure() => Stream.Flush(flushToDisk: true);

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        File.Delete(path);
    }
}
