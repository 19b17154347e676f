using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Web.PageCache;

/// <summary>
/// Which site a host name and port stand for, remembered so that a kept page needs no look-up; forgotten when records change.
/// Many made-up host names are one site, so they cannot push pages out.
/// </summary>
internal sealed class HostSites(IContentWatch watch)
{
    private const int Most = 1000;
    private readonly ConcurrentDictionary<(string Host, int Port), string> _codes = new();
    private long _stamp;

    /// <returns>The site's code; null when it is not known yet.</returns>
    public string? Known(HttpContext context) =>
        Volatile.Read(ref _stamp) == watch.Current && _codes.TryGetValue(Key(context), out var code) ? code : null;

    public async ValueTask<string> OfAsync(HttpContext context)
    {
        if (Known(context) is { } known)
        {
            return known;
        }

        var stamp = watch.Current;
        var site = await context.RequestServices.GetRequiredService<ISites>().OfAsync(context, context.RequestAborted);
        if (Interlocked.Exchange(ref _stamp, stamp) != stamp || _codes.Count >= Most)
        {
            _codes.Clear();
        }

        if (watch.Current == stamp)
        {
            _codes[Key(context)] = site.Code;
        }

        return site.Code;
    }

    private static (string Host, int Port) Key(HttpContext context) => (context.Request.Host.Value ?? "", context.Connection.LocalPort);
}
