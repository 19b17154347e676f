using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PhuSa.BrowserTests;

/// <summary>Goes over many pages in two windows side by side: while one waits for its page, the other looks at its own.</summary>
internal sealed class OfficeLanes(Site site, OfficeRecords records, int width, string language)
{
    private const int Lanes = 2;

    /// <returns>What was found wrong at any stop.</returns>
    public async Task<IReadOnlyCollection<string>> LookAsync(IEnumerable<Stop> stops, Func<IPage, Stop, Task<IReadOnlyList<string>>> look)
    {
        var open = new ConcurrentQueue<Stop>(stops);
        var found = new ConcurrentQueue<string>();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(async _ =>
        {
            var browsers = new OfficeBrowsers(site, records, width, language);
            while (open.TryDequeue(out var stop))
            {
                foreach (var line in await look(await browsers.OfAsync(stop.Opener), stop))
                {
                    found.Enqueue(line);
                }
            }
        }));
        return found;
    }
}
