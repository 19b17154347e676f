using PhuSa.Platform.Web;

namespace PhuSa.Identity.Sessions;

/// <summary>A browser in plain words, from what it calls itself: “Chrome trên Windows”.</summary>
internal static class DeviceWords
{
    // The order decides: Edge and Cốc Cốc also call themselves Chrome, Chrome also Safari, Android also Linux.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("coc_coc_browser", "Cốc Cốc"), ("CocCoc", "Cốc Cốc"), ("Zalo", "Zalo"), ("FBAN", "Facebook"), ("FBAV", "Facebook"), ("SamsungBrowser", "Samsung Internet"),
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    public static string Of(string device, Texts text)
    {
        var browser = Find(Browsers, device);
        var system = Find(Systems, device);
        return (browser, system) switch
        {
            ({ } name, { } on) => text["{0} trên {1}", name, on],
            ({ } name, null) => name,
            (null, { } on) => on,
            _ => text["Thiết bị không rõ"],
        };
    }

    private static string? Find((string Mark, string Name)[] known, string device) =>
        Array.Find(known, one => device.Contains(one.Mark, StringComparison.OrdinalIgnoreCase)).Name;
}
