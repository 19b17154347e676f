using Microsoft.AspNetCore.Connections;
using PhuSa.Host.Startup;

namespace PhuSa.Host.Commands;

/// <summary>Serves both sites until it is stopped.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(HouseSettings settings, CancellationToken cancellationToken)
    {
        await using var app = House.Build(settings, quiet: false);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            var addresses = string.Join(", ", Addresses.Listening(app.Configuration));
            throw new CannotStartException($"Có chương trình khác đang dùng cổng này ({addresses}). Hãy dừng chương trình đó, hoặc chọn cổng khác bằng --urls và --alliance-port.");
        }
        catch (FormatException)
        {
            throw new CannotStartException($"Địa chỉ “{app.Configuration["Urls"]}” không đúng. Hãy viết dạng http://*:5080.");
        }

        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
