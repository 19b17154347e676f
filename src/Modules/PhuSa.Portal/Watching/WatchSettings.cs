using System.Globalization;
using Microsoft.Extensions.Configuration;
using PhuSa.Portal.Contracts;

namespace PhuSa.Portal.Watching;

/// <summary>The section <c>Watch</c> of the configuration.</summary>
/// <param name="Addresses">Public addresses of the sites that the job fetches; none: the job is off.</param>
/// <param name="FreezeOn">Kinds of alarms that freeze publishing by themselves.</param>
internal sealed record WatchSettings(IReadOnlyList<Uri> Addresses, IReadOnlyList<FindingKind> FreezeOn, TimeSpan Every, WatchManners Manners)
{
    private const int DefaultMinutes = 15;

    public static WatchSettings Of(IConfiguration configuration)
    {
        var watch = configuration.GetSection("Watch");
        return new(
            [.. Listed(watch["Addresses"]).Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? new Uri(uri.GetLeftPart(UriPartial.Authority)) : throw new InvalidOperationException($"Watch:Addresses: “{address}” is no address."))],
            [.. Listed(watch["FreezeOnAlarm"]).Select(kind => Enum.Parse<FindingKind>(kind, ignoreCase: true))],
            TimeSpan.FromMinutes(Math.Max(1, watch.GetValue("EveryMinutes", DefaultMinutes))),
            new WatchManners
            {
                Newest = watch.GetValue("Newest", WatchManners.DefaultNewest),
                Rotating = watch.GetValue("Rotating", WatchManners.DefaultRotating),
                PerSecond = double.Parse(watch["PerSecond"] ?? WatchManners.DefaultPerSecond.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
                Timeout = TimeSpan.FromSeconds(watch.GetValue("TimeoutSeconds", WatchManners.DefaultTimeoutSeconds)),
                Patience = watch["PatienceSeconds"] is { } seconds ? [.. Listed(seconds).Select(wait => TimeSpan.FromSeconds(double.Parse(wait, CultureInfo.InvariantCulture)))] : new WatchManners().Patience,
            });
    }

    /// <summary>Hosts that pages may name although no article does: government hosts, unless told otherwise.</summary>
    public static IReadOnlyList<string> AllowedOf(IConfiguration configuration) => [.. Listed(configuration["Watch:AllowedHosts"] ?? ".gov.vn")];

    private static IEnumerable<string> Listed(string? words) => (words ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
