using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using PhuSa.Host.Startup;
using PhuSa.Platform;

namespace PhuSa.Host.Commands;

/// <summary>Serves both sites until it is stopped.</summary>
internal static class ServeCommand
{
    private static readonly TimeSpan UntilTidied = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UntilTidiedAgain = TimeSpan.FromSeconds(30);
    private const int PassesUntilWarm = 2;

    /// <param name="alone">The process is the product's own: it may be tidied.</param>
    public static async Task<int> RunAsync(HouseSettings settings, bool alone, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = House.Build(settings, quiet: false);
            await StartAsync(app, cancellationToken);
            var shutdown = app.WaitForShutdownAsync(cancellationToken);
            if (alone)
            {
                await TidyAsync(app.Services.GetRequiredService<Readiness>().Settled, shutdown);
            }

            await shutdown;
            return 0;
        }
        catch (FormatException)
        {
            throw new CannotStartException($"Địa chỉ “{settings.Urls}” không đúng. Hãy viết dạng http://*:5080.");
        }
    }

    /// <summary>
    /// Opening leaves tens of megabytes of garbage; a small machine has a use for them. Its first readers come first. Code that is made fast later
    /// leaves more, and costs next to nothing to give back.
    /// </summary>
    private static async Task TidyAsync(Task settled, Task shutdown)
    {
        await Task.WhenAny(settled, shutdown);
        await Task.WhenAny(Task.Delay(UntilTidied), shutdown);
        if (!shutdown.IsCompleted)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            OpeningPages.LetGo();
        }

        for (var pass = 0; !shutdown.IsCompleted; pass++)
        {
            if (pass == PassesUntilWarm)
            {
                // What readers ask for most has been made fast by now; the pages it was first run from are not needed any more.
                OpeningPages.LetGo();
            }

            FreedMemory.GiveBack();
            await Task.WhenAny(Task.Delay(UntilTidiedAgain), shutdown);
        }
    }

    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var addresses = string.Join(", ", Addresses.Listening(app.Configuration));
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new CannotStartException($"Có chương trình khác đang dùng cổng này ({addresses}). Hãy dừng chương trình đó, hoặc chọn cổng khác bằng --urls và --alliance-port.");
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException or ArgumentException)
        {
            throw new CannotStartException($"Không mở được địa chỉ {addresses}: {e.Message.ReplaceLineEndings(" ")} Hãy kiểm tra --urls và --alliance-port; https cần có chứng thư trong cấu hình.");
        }
    }
}
