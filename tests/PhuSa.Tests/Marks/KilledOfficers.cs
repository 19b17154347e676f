using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using PhuSa.Platform.Rights;
using PhuSa.Tests.Identity;
using PhuSa.Tests.Visits;

namespace PhuSa.Tests.Marks;

/// <summary>Officers work side by side in a process of its own until it is killed with -9 in the middle of their work.</summary>
internal static class KilledOfficers
{
    public const int Count = 3;

    /// <param name="items">As many for each officer.</param>
    /// <param name="enough">After so many answers the process is killed.</param>
    /// <param name="record">What an officer does with one of them; it ends when the browser was told that it is recorded.</param>
    /// <returns>Of which the browser was told.</returns>
    public static async Task<IReadOnlyCollection<T>> WorkUntilKilledAsync<T>(this MarkHouse house, IReadOnlyList<T> items, int enough, Func<Visitor, T, Task> record)
    {
        var now = TimeProvider.System.GetUtcNow();

        // The other process has the clock of the machine, and a session lasts some hours.
        if (now > house.App.Clock.GetUtcNow())
        {
            house.App.Clock.SetUtcNow(now);
        }

        var answered = new ConcurrentQueue<T>();
        var (server, address) = await KillTests.StartAsync(house.App, house.App.Data);

        // Made when the process has put down what everybody has to agree to.
        var people = new List<Cookie>();
        for (var i = 0; i < Count; i++)
        {
            people.Add(await house.App.CookieAsync(await house.App.PersonAsync(Role.DepartmentOfficer)));
        }

        using var process = server;
        var each = items.Count / Count;
        var work = people.Select((cookie, number) => Task.Run(() => WorkAsync(address, cookie, items.Skip(number * each).Take(each), record, answered))).ToList();
        var wait = Stopwatch.StartNew();
        while (answered.Count < enough && wait.Elapsed < TimeSpan.FromMinutes(1) && !work.Exists(officer => officer.IsFaulted))
        {
            await Task.Delay(2);
        }

        server.Kill();
        await server.WaitForExitAsync();
        await Task.WhenAll(work);
        return answered;
    }

    private static async Task WorkAsync<T>(Uri address, Cookie cookie, IEnumerable<T> items, Func<Visitor, T, Task> record, ConcurrentQueue<T> answered)
    {
        var jar = new CookieContainer();
        jar.Add(address, cookie);
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Host = $"khcn.localhost:{address.Port}";
        var officer = new Visitor(http);
        try
        {
            foreach (var item in items)
            {
                await record(officer, item);
                answered.Enqueue(item);
            }
        }
        catch (Exception killed) when (killed is HttpRequestException or IOException)
        {
            // In the middle of an answer.
        }
    }
}
