using Microsoft.Extensions.Time.Testing;
using PhuSa.Platform.Data;

namespace PhuSa.Tests.Web;

/// <summary>What pages share is read once, and never shown longer than a page would be kept.</summary>
public sealed class KeptByContentTests
{
    private readonly ContentMoves _moves = new();
    private readonly FakeTimeProvider _clock = new(App.Start);
    private int _readings;

    [Fact]
    public async Task It_is_read_once_for_each_key()
    {
        var kept = new KeptByContent<string, int>(_moves, _clock, most: 10);

        Assert.Equal(1, await ReadAsync(kept, "a"));
        Assert.Equal(1, await ReadAsync(kept, "a"));
        Assert.Equal(2, await ReadAsync(kept, "b"));
    }

    [Fact]
    public async Task It_is_read_again_when_the_content_moved()
    {
        var kept = new KeptByContent<string, int>(_moves, _clock, most: 10);
        await ReadAsync(kept, "a");
        _moves.Moved();

        Assert.Equal(2, await ReadAsync(kept, "a"));
    }

    [Theory]
    [InlineData(59, 1)]
    [InlineData(60, 2)]
    [InlineData(-3600, 2)] // a clock that was set back keeps nothing for an hour
    public async Task It_is_kept_for_a_minute(int seconds, int readings)
    {
        var clock = new MovedClock(App.Start);
        var kept = new KeptByContent<string, int>(_moves, clock, most: 10);
        await ReadAsync(kept, "a");
        clock.Now = App.Start.AddSeconds(seconds);

        Assert.Equal(readings, await ReadAsync(kept, "a"));
    }

    [Fact]
    public async Task Content_that_moves_while_it_is_read_is_read_again()
    {
        var kept = new KeptByContent<string, int>(_moves, _clock, most: 10);
        await kept.OfAsync("a", () =>
        {
            _moves.Moved();
            return Task.FromResult(++_readings);
        });

        Assert.Equal(2, await ReadAsync(kept, "a"));
    }

    [Fact]
    public async Task No_more_are_kept_than_it_may_hold()
    {
        var kept = new KeptByContent<string, int>(_moves, _clock, most: 2);
        foreach (var key in new[] { "a", "b", "c" })
        {
            await ReadAsync(kept, key);
        }

        Assert.Equal(4, await ReadAsync(kept, "a"));
    }

    [Fact]
    public async Task A_reading_that_fails_is_not_kept()
    {
        var kept = new KeptByContent<string, int>(_moves, _clock, most: 10);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await kept.OfAsync("a", () => throw new InvalidOperationException("unreadable")));

        Assert.Equal(1, await ReadAsync(kept, "a"));
    }

    private ValueTask<int> ReadAsync(KeptByContent<string, int> kept, string key) => kept.OfAsync(key, () => Task.FromResult(++_readings));

    private sealed class MovedClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
