using Amazon.Runtime;

namespace PhuSa.Files.Store;

/// <summary>The place where files lie cannot be used: not writable, full, or it does not answer. Nothing was stored.</summary>
internal sealed class StoreFailedException(Exception inner) : Exception("The place where files lie cannot be used.", inner)
{
    /// <summary>Does what touches only our own disk or store; whatever goes wrong there is told apart from what a client's connection does.</summary>
    public static async Task<T> WatchAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (IsFault(e, cancellationToken))
        {
            throw new StoreFailedException(e);
        }
    }

    private static bool IsFault(Exception e, CancellationToken cancellationToken) =>
        e is (IOException and not EndOfStreamException) or UnauthorizedAccessException or AmazonClientException or AmazonServiceException or HttpRequestException or TimeoutException
        || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}

/// <summary>A store whose failures all have one name, whatever it is made of.</summary>
internal sealed class WatchedStore(IContentStore store) : IContentStore
{
    public Task<bool> HasAsync(string key, CancellationToken cancellationToken) => StoreFailedException.WatchAsync(() => store.HasAsync(key, cancellationToken), cancellationToken);

    public Task PutAsync(string key, TemporaryFile file, CancellationToken cancellationToken) => StoreFailedException.WatchAsync(
        async () =>
        {
            await store.PutAsync(key, file, cancellationToken);
            return true;
        },
        cancellationToken);

    public Task<Stream> OpenAsync(string key, long length, CancellationToken cancellationToken) => store.OpenAsync(key, length, cancellationToken);

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => store.RemoveAsync(key, cancellationToken);

    public IAsyncEnumerable<string> OlderThanAsync(DateTime utc, CancellationToken cancellationToken) => store.OlderThanAsync(utc, cancellationToken);
}
