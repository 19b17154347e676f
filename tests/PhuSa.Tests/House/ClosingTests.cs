using System.Runtime.CompilerServices;

namespace PhuSa.Tests.House;

/// <summary>What is left when the house has closed.</summary>
public sealed class ClosingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_house_that_has_closed_is_not_kept_in_memory_by_a_timer_or_a_thread_of_its_own()
    {
        // What the process does once and for all, it does for the first.
        await OpenedAndClosedAsync();
        var services = await OpenedAndClosedAsync();

        for (var began = TimeProvider.System.GetTimestamp(); services.IsAlive && TimeProvider.System.GetElapsedTime(began) < Patience;)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(100);
        }

        Assert.False(services.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> OpenedAndClosedAsync()
    {
        await using var app = await App.StartAsync();
        await app.Visit().OpenAsync("/");
        return new WeakReference(app.Services);
    }
}
