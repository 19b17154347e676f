using Microsoft.Extensions.Configuration;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Search;

/// <summary>Has every index made anew: those of running processes by themselves, those left by others here.</summary>
public sealed class SearchRebuild
{
    private readonly AppDbContext _db;
    private readonly IndexMaking _making;
    private readonly IConfiguration _configuration;
    private readonly TimeProvider _clock;

    internal SearchRebuild(AppDbContext db, IndexMaking making, IConfiguration configuration, TimeProvider clock) =>
        (_db, _making, _configuration, _clock) = (db, making, configuration, clock);

    /// <summary>Every running process on this database begins within seconds, and answers from its old index until the new one is there.</summary>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        _db.Add(new SearchChange { At = _clock.GetUtcNow().UtcDateTime, Table = SearchChange.Everything });
        await ContentStamp.MoveAsync(_db, cancellationToken);
        await _db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>How many indexes of this folder were made: those that no running process holds, and at least one where there is none.</returns>
    public async Task<(int Made, int Held)> MakeAsync(IProgress<SearchProgress>? progress, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(KeptIndex.FolderOf(_configuration)).FullName;
        var locks = Directory.GetFiles(folder, "*.lock").Length;
        var made = 0;
        foreach (var free in locks == 0 ? [SearchFolder.Take(folder)] : SearchFolder.TakeFree(folder))
        {
            using (free)
            {
                var old = free.Files();
                (await _making.MakeAsync(free, progress, cancellationToken)).Dispose();
                foreach (var path in old)
                {
                    SearchFolder.Delete(path);
                }
            }

            made++;
        }

        return (made, Math.Max(0, locks - made));
    }
}
