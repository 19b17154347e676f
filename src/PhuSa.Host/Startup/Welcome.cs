namespace PhuSa.Host.Startup;

/// <summary>Prints where to look.</summary>
internal static class Welcome
{
    public static async Task SayAsync(IConfiguration configuration)
    {
        var listening = Addresses.Listening(configuration);
        var port = Addresses.Port(listening[0]);
        await Console.Out.WriteLineAsync($"""

            Phù Sa đã sẵn sàng.
              Trang của Sở:         http://khcn.localhost:{port}
              Trang của Liên minh:  http://lienminh.localhost:{port}
            """);
        if (listening.Count > 1)
        {
            await Console.Out.WriteLineAsync($"  Liên minh, cổng riêng: http://localhost:{Addresses.Port(listening[^1])}");
        }

        await Console.Out.WriteLineAsync($"  Dữ liệu ở: {configuration["Data"]}  (dừng: Ctrl+C)");
    }
}
