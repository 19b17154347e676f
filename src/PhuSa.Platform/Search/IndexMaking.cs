using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;
using PhuSa.Platform.Data.Search;

namespace PhuSa.Platform.Search;

/// <summary>How far the making of an index is.</summary>
public sealed record SearchProgress(int Done, int All);

/// <summary>Makes an index from the records, and brings one up to date by the changes since.</summary>
internal sealed class IndexMaking(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int Chunk = 200;
    private const int RowsAtOnce = 5000;

    /// <summary>So far back a change may still be uncommitted when an index is begun.</summary>
    private const int LookedBack = 1000;

    /// <returns>The index, finished.</returns>
    public async Task<IndexFile> MakeAsync(SearchFolder folder, IProgress<SearchProgress>? progress, CancellationToken cancellationToken)
    {
        var path = folder.NewFile();
        try
        {
            // The changes first: whatever changes while records are read is read again afterwards.
            var cursor = await BeginAsync(cancellationToken);
            using (var writer = IndexFile.Create(path))
            {
                await WriteAllAsync(writer, progress, cancellationToken);
                writer.Finish(cursor);
            }

            return IndexFile.Open(path) ?? throw new BrokenIndexException($"{Path.GetFileName(path)} was written and cannot be read.");
        }
        catch
        {
            SearchFolder.Delete(path);
            throw;
        }
    }

    /// <returns>False where the changes do not lead on from where this index stands: it has to be made anew.</returns>
    public async Task<bool> FollowAsync(IndexFile file, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var cursor = file.Cursor;
            var rows = await db.Set<SearchChange>().AsNoTracking().Where(c => c.Id >= cursor.Seen).OrderBy(c => c.Id).Take(RowsAtOnce).ToListAsync(cancellationToken);
            if (rows.Count == 0 ? cursor.Seen > 0 : !cursor.IsAt(rows[0]))
            {
                return false;
            }

            var news = rows.Skip(1).ToList();
            foreach (var gap in cursor.Gaps)
            {
                news.AddRange(await db.Set<SearchChange>().AsNoTracking().Where(c => c.Id >= gap.From && c.Id <= gap.To).ToListAsync(cancellationToken));
            }

            if (news.Exists(row => row.Table == SearchChange.Everything))
            {
                return false;
            }

            if (news.Count > 0)
            {
                await WriteAsync(file, cursor.Past([.. news.OrderBy(row => row.Id)], clock.GetUtcNow().UtcDateTime), news, cancellationToken);
            }

            if (rows.Count < RowsAtOnce)
            {
                return true;
            }
        }
    }

    private async Task<ChangeCursor> BeginAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var latest = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<SearchChange>().AsNoTracking()
            .OrderByDescending(c => c.Id).Take(LookedBack).ToListAsync(cancellationToken);
        latest.Reverse();
        if (latest.Count == 0)
        {
            return ChangeCursor.Start;
        }

        var first = latest[0];
        return new ChangeCursor(first.Id, first.At, first.RecordId, []).Past(latest, clock.GetUtcNow().UtcDateTime);
    }

    private async Task WriteAllAsync(IndexWriter writer, IProgress<SearchProgress>? progress, CancellationToken cancellationToken)
    {
        var wanted = new List<(string Kind, Guid[] Ids)>();
        await using (var scope = scopes.CreateAsyncScope())
        {
            foreach (var source in scope.ServiceProvider.GetServices<ISearchSource>())
            {
                var ids = await source.AllIdsAsync(cancellationToken);
                wanted.AddRange(ids.Chunk(Chunk).Select(chunk => (source.Kind, chunk)));
            }
        }

        var (done, all) = (0, wanted.Sum(chunk => chunk.Ids.Length));
        foreach (var (kind, ids) in wanted)
        {
            writer.Put(kind, [], await ReadAsync(kind, ids, cancellationToken));
            done += ids.Length;
            progress?.Report(new SearchProgress(done, all));
        }
    }

    private async Task WriteAsync(IndexFile file, ChangeCursor cursor, IReadOnlyList<SearchChange> news, CancellationToken cancellationToken)
    {
        var changed = await LedToAsync(news, cancellationToken);
        using var writer = file.Write();
        foreach (var (kind, ids) in changed)
        {
            foreach (var chunk in ids.Chunk(Chunk))
            {
                writer.Put(kind, chunk, await ReadAsync(kind, chunk, cancellationToken));
            }
        }

        writer.Commit(cursor);
        file.Cursor = cursor;
    }

    private async Task<IReadOnlyList<(string Kind, HashSet<Guid> Ids)>> LedToAsync(IReadOnlyList<SearchChange> news, CancellationToken cancellationToken)
    {
        var tables = news.GroupBy(row => row.Table, row => row.RecordId).ToDictionary(group => group.Key, group => (IReadOnlyCollection<Guid>)group.ToHashSet(), StringComparer.Ordinal);
        var led = new List<(string, HashSet<Guid>)>();
        await using var scope = scopes.CreateAsyncScope();
        foreach (var source in scope.ServiceProvider.GetServices<ISearchSource>())
        {
            var ids = new HashSet<Guid>();
            foreach (var feed in source.Feeds)
            {
                if (tables.TryGetValue(feed.Table, out var records))
                {
                    ids.UnionWith(await feed.Lead(records, cancellationToken));
                }
            }

            if (ids.Count > 0)
            {
                led.Add((source.Kind, ids));
            }
        }

        return led;
    }

    /// <summary>In a scope of its own: what one chunk has read is not held while the next is.</summary>
    private async Task<IReadOnlyList<SearchDocument>> ReadAsync(string kind, Guid[] ids, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<ISearchSource>().Single(source => source.Kind == kind).ReadAsync(ids, cancellationToken);
    }
}
