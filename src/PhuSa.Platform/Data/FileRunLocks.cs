using Microsoft.Extensions.Configuration;

namespace PhuSa.Platform.Data;

/// <summary>SQLite is one machine: a file in the data folder that the operating system keeps for one holder.</summary>
internal sealed class FileRunLocks(IConfiguration configuration) : IRunLocks
{
    private readonly string _folder = Path.Combine(configuration["Data"] ?? "data", "jobs");

    public Task<IRunLock?> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_folder);
        try
        {
            var file = new FileStream(Path.Combine(_folder, $"{name}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return Task.FromResult<IRunLock?>(new Held(file));
        }
        catch (IOException)
        {
            return Task.FromResult<IRunLock?>(null);
        }
    }

    private sealed class Held(FileStream file) : IRunLock
    {
        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync() => file.DisposeAsync();
    }
}
