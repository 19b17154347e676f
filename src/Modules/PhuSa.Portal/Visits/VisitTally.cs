using Microsoft.AspNetCore.Http;
using PhuSa.Platform.Web.PageCache;

namespace PhuSa.Portal.Visits;

/// <summary>One page of one site on one day: counts with a few atomic additions to mapped memory.</summary>
internal sealed unsafe class VisitTally(VisitDay day, int site, string? path, int? page, bool counts) : PageTally
{
    private readonly SiteRecord* _site = day.File.Sites + site;
    private readonly PageRecord* _page = page is null ? null : day.File.Pages + page.Value;
    private readonly bool _own = page is not null && day.File.PagePath(page.Value) == path;
    private readonly Neighbourhoods? _spread = page is null ? null : day.SpreadOf(path);
    private long _basis;
    private long _loadedAt = long.MinValue;

    public override DateTime EndsAt => day.Ends;

    public string? Path => path;

    public bool CountsOwnPage => _own;

    public override PageReading Count(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var userAgent = context.Request.Headers.UserAgent;
        var name = userAgent.Count == 1 ? userAgent[0] : userAgent.ToString();
        var second = day.Second();
        if (!counts || day.Closed || Robots.Is(name))
        {
            return Read(second);
        }

        var browser = BrowserHash.Of(day.Salt, context.Connection.RemoteIpAddress, name!);
        if (day.Browsers.See(browser, site, second))
        {
            Interlocked.Increment(ref _site->Visits.Now);
        }

        Interlocked.Increment(ref _site->Views.Now);
        if (_page is not null)
        {
            Interlocked.Increment(ref _page->Views.Now);
        }

        _spread?.See(day.Salt, context.Connection.RemoteIpAddress);
        return Read(second);
    }

    public override PageReading Read() => Read(day.Second());

    /// <summary>Whether the database has been asked within this long.</summary>
    public bool LoadedWithin(TimeSpan age) => Volatile.Read(ref _loadedAt) is var at && at != long.MinValue && day.Clock.GetUtcNow().UtcTicks - at < age.Ticks;

    /// <param name="views">What the database has of the page.</param>
    /// <param name="folded">How much of that came from this day's record.</param>
    public void Load(long views, long folded)
    {
        Volatile.Write(ref _basis, views - folded);
        Volatile.Write(ref _loadedAt, day.Clock.GetUtcNow().UtcTicks);
    }

    private PageReading Read(int second)
    {
        if (day.Closed)
        {
            return default;
        }

        day.Browsers.Sweep(second);
        var basis = day.Basis(site);
        var visits = Volatile.Read(ref _site->Visits.Now);
        var views = path is null
            ? basis.Views + Volatile.Read(ref _site->Views.Now)
            : Volatile.Read(ref _basis) + (_own ? Volatile.Read(ref _page->Views.Now) : 0);
        return new PageReading(day.Browsers.Online(site) + LastNight(second), basis.Visits + visits, basis.Today + visits, views);
    }

    /// <summary>Those of the minutes before midnight are still online; the salt is another, so one who comes again counts twice for so long.</summary>
    private int LastNight(int second)
    {
        if (second >= Browsers.OnlineFor || day.Before is not { Closed: false } before || before.Site(day.File.SiteCode(site)) is not { } there)
        {
            return 0;
        }

        before.Browsers.Sweep(before.Second());
        return before.Browsers.Online(there);
    }
}
