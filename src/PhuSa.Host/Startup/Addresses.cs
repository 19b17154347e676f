using System.Globalization;
using PhuSa.Host.Commands;

namespace PhuSa.Host.Startup;

/// <summary>Where the product listens: the main address and the alliance's port of its own.</summary>
internal static class Addresses
{
    public const string DefaultUrl = "http://*:5080";
    public const int DefaultAlliancePort = 5081;
    private const int MostPort = 65_535;

    public static int AlliancePort(IConfiguration configuration) => configuration.GetValue("Portal:AlliancePort", DefaultAlliancePort);

    public static IReadOnlyList<string> Listening(IConfiguration configuration)
    {
        var main = (configuration["Urls"] ?? DefaultUrl).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var port = AlliancePort(configuration);
        if (port is < 0 or > MostPort || main.Any(url => Port(url) > MostPort))
        {
            throw new CannotStartException($"Cổng phải là số từ 1 đến {MostPort} (--alliance-port 0 là không mở cổng riêng).");
        }

        return port == 0 || main.Any(url => Port(url) == port) ? main : [.. main, .. main.Take(1).Select(url => OnPort(url, port))];
    }

    public static int Port(string url) => BindingAddress.Parse(url).Port;

    private static string OnPort(string url, int port)
    {
        var address = BindingAddress.Parse(url);
        return string.Create(CultureInfo.InvariantCulture, $"{address.Scheme}://{address.Host}:{port}");
    }
}
