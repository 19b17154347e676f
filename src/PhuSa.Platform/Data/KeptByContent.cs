using System.Collections.Concurrent;

namespace PhuSa.Platform.Data;

/// <summary>
/// What many pages show alike, read once and kept as long as a page is: until the content stamp moves, for at most a minute.
/// One instance for each thing that is kept.
/// </summary>
/// <param name="most">So many at once; one more begins anew, which costs a reading and never a wrong answer.</param>
public sealed class KeptByContent<TKey, TValue>(IContentWatch watch, TimeProvider clock, int most)
    where TKey : notnull
{
    /// <summary>Some of what is kept depends on the day or the hour.</summary>
    private static readonly long Longest = TimeSpan.FromMinutes(1).Ticks;

    private Kept _kept = new(0, 0);

    public async ValueTask<TValue> OfAsync(TKey key, Func<Task<TValue>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var kept = Now();
        if (!kept.Values.TryGetValue(key, out var value))
        {
            value = await read();
            kept.Values.TryAdd(key, value);
        }

        return value;
    }

    /// <summary>The stamp is looked at before anything is read: what is read later is at least as new.</summary>
    private Kept Now()
    {
        var (stamp, now) = (watch.Current, clock.GetUtcNow().UtcTicks);
        var kept = _kept;
        if (kept.Stamp != stamp || kept.Values.Count >= most || now >= kept.Until || now < kept.Until - Longest)
        {
            _kept = kept = new Kept(stamp, now + Longest);
        }

        return kept;
    }

    private sealed record Kept(long Stamp, long Until)
    {
        public ConcurrentDictionary<TKey, TValue> Values { get; } = new();
    }
}
