using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;

namespace PhuSa.Files.Store;

/// <summary>Contents in <c>DIR/tep</c>, in folders by their first four digits.</summary>
internal sealed class DiskStore(IConfiguration configuration) : IContentStore
{
    private readonly string _folder = StoreFolder.Of(configuration);

    public Task<bool> HasAsync(string key, CancellationToken cancellationToken) => Task.FromResult(File.Exists(PathOf(key)));

    public Task PutAsync(string key, TemporaryFile file, CancellationToken cancellationToken)
    {
        file.Secure();
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(file.Path, path, overwrite: true);
        return Task.CompletedTask;
    }

    public Task<Stream> OpenAsync(string key, long length, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous | FileOptions.SequentialScan));

    public Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> OlderThanAsync(DateTime utc, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (!Directory.Exists(_folder))
        {
            yield break;
        }

        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var key = Path.GetFileName(file);
            if (StoreKeys.IsKey(key) && File.GetLastWriteTimeUtc(file) < utc)
            {
                yield return key;
            }
        }
    }

    private string PathOf(string key) => StoreKeys.IsKey(key)
        ? Path.Combine(_folder, key[..2], key[2..4], key)
        : throw new ArgumentException($"“{key}” is no key of the store.", nameof(key));
}
