namespace PhuSa.Files.Store;

/// <summary>Where contents lie, under keys that their digests make: written once, never changed.</summary>
internal interface IContentStore
{
    Task<bool> HasAsync(string key, CancellationToken cancellationToken);

    /// <summary>Puts what the temporary file holds under the key; there or not there, never half.</summary>
    Task PutAsync(string key, TemporaryFile file, CancellationToken cancellationToken);

    /// <param name="length">As it was when it was put.</param>
    /// <returns>A stream that can seek.</returns>
    Task<Stream> OpenAsync(string key, long length, CancellationToken cancellationToken);

    Task RemoveAsync(string key, CancellationToken cancellationToken);

    /// <returns>Keys that were put before then.</returns>
    IAsyncEnumerable<string> OlderThanAsync(DateTime utc, CancellationToken cancellationToken);
}

/// <summary>A content lies under its SHA-256, its smaller sizes beside it.</summary>
internal static class StoreKeys
{
    public static string OfVariant(string sha256, string name) => $"{sha256}.{name}";

    /// <returns>The digest of the content a key belongs to.</returns>
    public static string ContentOf(string key) => key.Split('.')[0];

    public static bool IsKey(string key) => key.Length >= 64 && key.AsSpan(0, 64).IndexOfAnyExcept(System.Buffers.SearchValues.Create("0123456789abcdef")) < 0;
}
