using System.Collections.Concurrent;

namespace PhuSa.Platform.Web.PageCache;

/// <summary>The pages kept in memory: bounded, oldest out first, all out when records changed.</summary>
internal sealed class KeptPages(long limit)
{
    /// <summary>What a page costs besides its bytes: key, tally, headers, objects.</summary>
    public const int Overhead = 1024;

    private readonly ConcurrentDictionary<PageKey, KeptPage> _pages = new();
    private readonly Queue<(PageKey Key, KeptPage Page)> _byAge = new();
    private readonly ConcurrentDictionary<PageKey, Rendering> _renderings = new();
    private readonly Lock _storing = new();
    private long _stamp;

    /// <summary>Bytes held, replaced pages that have not yet left the queue among them.</summary>
    public long Size { get; private set; }

    public int Count => _pages.Count;

    public KeptPage? Find(in PageKey key) => _pages.GetValueOrDefault(key);

    public void Keep(in PageKey key, KeptPage page)
    {
        lock (_storing)
        {
            if (page.Stamp < _stamp)
            {
                return;
            }

            if (page.Stamp > _stamp)
            {
                _pages.Clear();
                _byAge.Clear();
                Size = 0;
                _stamp = page.Stamp;
            }

            _pages[key] = page;
            _byAge.Enqueue((key, page));
            Size += page.Body.Size + Overhead;
            while (Size > limit && _byAge.TryDequeue(out var oldest))
            {
                Size -= oldest.Page.Body.Size + Overhead;
                _pages.TryRemove(KeyValuePair.Create(oldest.Key, oldest.Page));
            }
        }
    }

    /// <summary>The first to ask renders, the others wait for what comes of it.</summary>
    /// <returns>True for the one that has to render and to call <see cref="End"/>.</returns>
    public bool Begin(in PageKey key, out Rendering rendering)
    {
        var mine = new Rendering();
        rendering = _renderings.GetOrAdd(key, mine);
        return ReferenceEquals(mine, rendering);
    }

    /// <param name="page">Null where the page may not be kept: each of those waiting renders its own.</param>
    public void End(in PageKey key, Rendering rendering, KeptPage? page)
    {
        _renderings.TryRemove(KeyValuePair.Create(key, rendering));
        rendering.Done(page);
    }
}

/// <summary>A page that is being made.</summary>
internal sealed class Rendering
{
    private readonly TaskCompletionSource<KeptPage?> _page = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<KeptPage?> Page => _page.Task;

    public void Done(KeptPage? page) => _page.TrySetResult(page);
}
