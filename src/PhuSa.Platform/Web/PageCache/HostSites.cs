using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform.Data;

namespace PhuSa.Platform.Web.PageCache;

/// <summary>
/// Which site a host name and port stand for, remembered so that a kept page needs no look-up; forgotten when records change.
/// Many made-up host names are one site at one address, so they cannot push pages out.
/// </summary>
internal sealed class HostSites(IContentWatch watch)
{
    private const int Most = 1000;
    private readonly ConcurrentDictionary<(string Scheme, string Host, int Port), HostSite> _sites = new();
    private long _stamp;

    /// <returns>The site; null when it is not known yet.</returns>
    public HostSite? Known(HttpContext context) =>
        Volatile.Read(ref _stamp) == watch.Current && _sites.TryGetValue(Key(context), out var site) ? site : null;

    public async ValueTask<HostSite> OfAsync(HttpContext context)
    {
        if (Known(context) is { } known)
        {
            return known;
        }

        var stamp = watch.Current;
        var frame = await context.RequestServices.GetRequiredService<ISites>().OfAsync(context, context.RequestAborted);
        var site = new HostSite(frame.Code, $"{frame.Code} {frame.Address}");
        if (Interlocked.Exchange(ref _stamp, stamp) != stamp || _sites.Count >= Most)
        {
            _sites.Clear();
        }

        if (watch.Current == stamp)
        {
            _sites[Key(context)] = site;
        }

        return site;
    }

    private static (string Scheme, string Host, int Port) Key(HttpContext context) =>
        (context.Request.Scheme, context.Request.Host.Value ?? "", context.Connection.LocalPort);
}

/// <summary>A site as somebody reached it. Pages hold the address they were asked at, so they are kept by it too.</summary>
/// <param name="Door">Code and address in one.</param>
internal sealed record HostSite(string Code, string Door);
