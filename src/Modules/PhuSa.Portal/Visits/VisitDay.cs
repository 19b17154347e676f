using System.Collections.Concurrent;
using PhuSa.Platform;
using PhuSa.Platform.Web.PageCache;

namespace PhuSa.Portal.Visits;

/// <summary>What the database says of a site beyond what this day's file has counted: added to the file's number it is the number shown.</summary>
internal sealed record SiteBasis(long Visits, long Today, long Views)
{
    public static SiteBasis Nothing { get; } = new(0, 0, 0);
}

/// <summary>One Vietnamese day of this instance: its file, its salt, its browsers.</summary>
internal sealed unsafe class VisitDay : IDisposable
{
    private readonly Lock _adding = new();
    private readonly Dictionary<string, int> _sites = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Site, string Path), int> _pages = [];
    private readonly ConcurrentDictionary<(int Site, string? Path), VisitTally> _tallies = new();
    private readonly ConcurrentDictionary<string, Neighbourhoods> _spread = new(StringComparer.Ordinal);
    private readonly SiteBasis?[] _bases = new SiteBasis?[CounterFile.MostSites];
    private volatile bool _closed;

    public VisitDay(CounterFile file, byte[] salt, TimeProvider clock)
    {
        File = file;
        Salt = salt;
        Clock = clock;
        Begins = TimeZoneInfo.ConvertTimeToUtc(file.Day.ToDateTime(TimeOnly.MinValue), VietnamTime.Zone);
        Ends = TimeZoneInfo.ConvertTimeToUtc(file.Day.AddDays(1).ToDateTime(TimeOnly.MinValue), VietnamTime.Zone);
        for (var i = 0; i < file.Header->Sites; i++)
        {
            _sites[file.SiteCode(i)] = i;
        }

        for (var i = 0; i < file.Header->Pages; i++)
        {
            _pages[(file.Pages[i].Site, file.PagePath(i))] = i;
        }

        Browsers = new Browsers(file, Second());
    }

    public CounterFile File { get; }

    public byte[] Salt { get; set; }

    public TimeProvider Clock { get; }

    public DateOnly Day => File.Day;

    /// <summary>UTC.</summary>
    public DateTime Begins { get; }

    /// <summary>UTC.</summary>
    public DateTime Ends { get; }

    public Browsers Browsers { get; }

    /// <summary>Of which pages it is counted how widely they are read; null where of none.</summary>
    public IWatchedPages? Watched { get; init; }

    /// <summary>The watched pages that were read.</summary>
    public IEnumerable<Neighbourhoods> Spread => _spread.Values;

    /// <summary>The day before, while its last browsers are still online.</summary>
    public VisitDay? Before { get; set; }

    public bool Closed => _closed;

    public IReadOnlyCollection<string> Sites
    {
        get
        {
            lock (_adding)
            {
                return [.. _sites.Keys];
            }
        }
    }

    public Neighbourhoods? SpreadOf(string? path) => path is not null && Watched?.KeyOf(path) is { } key ? _spread.GetOrAdd(key, static key => new Neighbourhoods(key)) : null;

    /// <summary>Seconds since the day began.</summary>
    public int Second() => (int)((Clock.GetUtcNow().UtcTicks - Begins.Ticks) / TimeSpan.TicksPerSecond);

    public SiteBasis Basis(int site) => Volatile.Read(ref _bases[site]) ?? SiteBasis.Nothing;

    public void SetBasis(int site, SiteBasis basis) => Volatile.Write(ref _bases[site], basis);

    /// <summary>The site's number, null when nothing of it was counted today.</summary>
    public int? Site(string code)
    {
        lock (_adding)
        {
            return _sites.TryGetValue(code, out var site) ? site : null;
        }
    }

    /// <param name="known">What the database said of the site when it was last asked.</param>
    public int SiteOrNew(string code, SiteBasis known)
    {
        lock (_adding)
        {
            if (!_sites.TryGetValue(code, out var site))
            {
                site = File.AddSite(code);
                SetBasis(site, known);
                _sites[code] = site;
            }

            return site;
        }
    }

    /// <param name="add">A page that was answered gets a record; one that is only asked about does not.</param>
    public VisitTally Tally(int site, string? path, bool add)
    {
        if (path is not null && !add && Page(site, path) is null)
        {
            return new VisitTally(this, site, path, page: null, counts: false);
        }

        return _tallies.GetOrAdd((site, path), static (key, day) => new VisitTally(day, key.Site, key.Path, key.Path is null ? null : day.PageOrOthers(key.Site, key.Path), counts: key.Path is not null), this);
    }

    /// <summary>The page's number, null when it was not answered today.</summary>
    public int? Page(int site, string path)
    {
        lock (_adding)
        {
            return _pages.TryGetValue((site, path), out var page) ? page : null;
        }
    }

    /// <summary>Visits that are not yet in the database.</summary>
    public long Unfolded(string code)
    {
        var site = Site(code);
        return site is null || _closed ? 0 : File.Sites[site.Value].Visits.Unfolded;
    }

    public long UnfoldedViews(string code)
    {
        var site = Site(code);
        return site is null || _closed ? 0 : File.Sites[site.Value].Views.Unfolded;
    }

    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            File.Dispose();
        }
    }

    private int? PageOrOthers(int site, string path)
    {
        lock (_adding)
        {
            return PageOrNew(site, path) ?? PageOrNew(site, PagePath.Others);
        }
    }

    private int? PageOrNew(int site, string path)
    {
        if (_pages.TryGetValue((site, path), out var page))
        {
            return page;
        }

        // Room for the shared record is kept by making it with the site's first page.
        if (path != PagePath.Others)
        {
            _ = PageOrNew(site, PagePath.Others);
        }

        if (path.Length > PagePath.MaxLength || File.AddPage(site, path) is not { } added)
        {
            return null;
        }

        return _pages[(site, path)] = added;
    }
}
