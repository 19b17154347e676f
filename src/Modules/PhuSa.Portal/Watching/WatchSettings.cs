using System.Globalization;
using Microsoft.Extensions.Configuration;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Feeds;

namespace PhuSa.Portal.Watching;

/// <summary>The section <c>Watch</c> of the configuration. What cannot be read is left out and said on the page: a slip must not stop the product.</summary>
/// <param name="Addresses">Public addresses of the sites that the job fetches; none: only the database is watched.</param>
/// <param name="FreezeOn">Kinds of alarms that freeze publishing by themselves.</param>
/// <param name="Wrong">What is written there and means nothing.</param>
internal sealed record WatchSettings(IReadOnlyList<Uri> Addresses, IReadOnlyList<FindingKind> FreezeOn, TimeSpan Every, WatchManners Manners, IReadOnlyList<string> Wrong)
{
    private const int DefaultMinutes = 15;
    private const int MostPerSecond = 1000;

    public static WatchSettings Of(IConfiguration configuration)
    {
        var watch = configuration.GetSection("Watch");
        var wrong = new List<string>();
        return new(
            [.. Listed(watch["Addresses"]).Select(typed => Address(typed, wrong)).OfType<Uri>()],
            [.. Listed(watch["FreezeOnAlarm"]).Select(typed => Kind(typed, wrong)).OfType<FindingKind>()],
            TimeSpan.FromMinutes(Math.Max(1, Number(watch["EveryMinutes"], DefaultMinutes, wrong))),
            new WatchManners
            {
                Newest = (int)Math.Clamp(Number(watch["Newest"], WatchManners.DefaultNewest, wrong), 0, 10_000),
                Rotating = (int)Math.Clamp(Number(watch["Rotating"], WatchManners.DefaultRotating, wrong), 0, 10_000),
                PerSecond = Math.Clamp(Number(watch["PerSecond"], WatchManners.DefaultPerSecond, wrong), 0.1, MostPerSecond),
                Timeout = TimeSpan.FromSeconds(Math.Clamp(Number(watch["TimeoutSeconds"], WatchManners.DefaultTimeoutSeconds, wrong), 1, 600)),
                Patience = watch["PatienceSeconds"] is { } seconds ? [.. Listed(seconds).Select(wait => TimeSpan.FromSeconds(Math.Clamp(Number(wait, 1, wrong), 0, 600)))] : new WatchManners().Patience,
            },
            wrong);
    }

    /// <summary>Hosts that pages may name although no article does: government hosts, unless told otherwise.</summary>
    public static IReadOnlyList<string> AllowedOf(IConfiguration configuration) => [.. ShareLinks.Hosts, .. Listed(configuration["Watch:AllowedHosts"] ?? ".gov.vn")];

    private static Uri? Address(string typed, List<string> wrong)
    {
        if (Uri.TryCreate(typed, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        {
            return new Uri(uri.GetLeftPart(UriPartial.Authority));
        }

        wrong.Add(typed);
        return null;
    }

    private static FindingKind? Kind(string typed, List<string> wrong)
    {
        if (Enum.TryParse<FindingKind>(typed, ignoreCase: true, out var kind) && Enum.IsDefined(kind))
        {
            return kind;
        }

        wrong.Add(typed);
        return null;
    }

    private static double Number(string? typed, double usual, List<string> wrong)
    {
        if (typed is null)
        {
            return usual;
        }

        if (double.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        wrong.Add(typed);
        return usual;
    }

    private static string[] Listed(string? words) => (words ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
