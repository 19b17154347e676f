using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web.PageCache;

namespace PhuSa.Portal.Visits;

/// <summary>The counting of this instance: today's file, the files of earlier days until they are folded, and what the database has.</summary>
internal sealed class VisitBook(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock, IWatchedPages? watched = null) : IPageVisits, IDisposable
{
    /// <summary>Views of a page that other instances answered are seen this late at most.</summary>
    private static readonly TimeSpan PageBasisAge = TimeSpan.FromSeconds(30);

    /// <summary>A day's file is closed when no answer can still be counting in it.</summary>
    private static readonly TimeSpan LateAnswers = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private Dictionary<string, SiteBasis> _known = new(StringComparer.Ordinal);
    private CounterFolder? _folder;
    private volatile VisitDay? _today;
    private volatile IReadOnlyList<VisitDay> _earlier = [];
    private List<VisitDay> _left = [];
    private int _mergedAt;
    private volatile bool _disposed;

    public bool Closed => _disposed;

    /// <summary>Null until the first asker of the day has opened it.</summary>
    public VisitDay? Today => _today;

    public async ValueTask<PageTally> OpenAsync(string site, string? path, CancellationToken cancellationToken) =>
        await OpenAsync(site, path, add: true, cancellationToken);

    /// <summary>Reads without making a record of a page that was never answered.</summary>
    public async ValueTask<PageReading> ReadAsync(string site, string? path, CancellationToken cancellationToken) =>
        (await OpenAsync(site, path, add: false, cancellationToken)).Read();

    /// <summary>Takes the counter files of dead processes into the database and opens today's.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await TodayAsync(cancellationToken);
        await FoldAsync(cancellationToken);
    }

    /// <summary>Folds everything counted so far, learns what other instances counted, forgets what only its day may know.</summary>
    public async Task FoldAsync(CancellationToken cancellationToken)
    {
        var today = await TodayAsync(cancellationToken);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            foreach (var orphan in _folder!.Orphans())
            {
                using (orphan.Lock)
                {
                    await FoldOrphanAsync(db, orphan.File, today.Day, cancellationToken);
                }
            }

            TakeDownTheLeft();
            foreach (var day in _earlier)
            {
                await FoldEarlierAsync(db, day, today, cancellationToken);
            }

            await VisitFolding.FoldAsync(db, today.File, cancellationToken);
            await NeighbourhoodFolding.FoldAsync(db, today, cancellationToken);
            _mergedAt = await SharedBrowsers.ExchangeAsync(db, today, _mergedAt, cancellationToken);
            await ForgetAsync(db, today.Day, cancellationToken);
            await LearnAsync(db, today, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        // Mapped memory goes only when no fold is reading it.
        _turn.Wait();
        _disposed = true;
        _today?.Dispose();
        foreach (var day in _earlier.Concat(_left))
        {
            day.Dispose();
        }

        _folder?.Dispose();
        _turn.Release();
    }

    private async ValueTask<VisitTally> OpenAsync(string site, string? path, bool add, CancellationToken cancellationToken)
    {
        var day = await TodayAsync(cancellationToken);
        var tally = day.Tally(day.SiteOrNew(site, _known.GetValueOrDefault(site, SiteBasis.Nothing)), path is null ? null : PagePath.Of(path), add);
        if (path is not null && !(add && tally.LoadedWithin(PageBasisAge)))
        {
            await PageBasis.LoadAsync(scopes, day, _earlier, site, tally, cancellationToken);
        }

        return tally;
    }

    /// <summary>Today's counting. The first asker after midnight opens the new day; everyone after finds it open.</summary>
    private async ValueTask<VisitDay> TodayAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var now = VietnamTime.Today(clock);
        if (_today is { } open && open.Day >= now)
        {
            return open;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_today is { } opened && opened.Day >= now)
            {
                return opened;
            }

            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var salt = await DaySalt.OfAsync(db, now, cancellationToken);
            if (_folder is null)
            {
                _folder = CounterFolder.Take(configuration["Data"]!);
                _earlier = [.. _folder.Earlier(now).Select(file => new VisitDay(file, salt, clock))];
            }

            var day = new VisitDay(CounterFile.Open(_folder.FileOf(now), now), salt, clock) { Before = _today, Watched = watched };
            if (_today is { } ended)
            {
                _earlier = [.. _earlier, ended];
            }

            await RegisterAsync(db, day.File, cancellationToken);
            await VisitFolding.ResolveAsync(db, day.File, cancellationToken);
            _mergedAt = 0;
            await LearnAsync(db, day, cancellationToken);
            _today = day;
            return day;
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task FoldOrphanAsync(AppDbContext db, CounterFile file, DateOnly today, CancellationToken cancellationToken)
    {
        using (file)
        {
            var whole = await VisitFolding.FoldAsync(db, file, cancellationToken);
            if (whole && file.Day < today)
            {
                File.Delete(file.Path);
            }
        }
    }

    private async Task FoldEarlierAsync(AppDbContext db, VisitDay day, VisitDay today, CancellationToken cancellationToken)
    {
        var whole = await VisitFolding.FoldAsync(db, day.File, cancellationToken);
        await NeighbourhoodFolding.FoldAsync(db, day, cancellationToken);
        if (whole && clock.GetUtcNow().UtcDateTime - day.Ends > LateAnswers)
        {
            _earlier = [.. _earlier.Where(d => d != day)];
            today.Before = today.Before == day ? null : today.Before;
            _left.Add(day);
        }
    }

    /// <summary>A reader that found a day open may still be reading it: its memory is unmapped one fold after it left.</summary>
    private void TakeDownTheLeft()
    {
        foreach (var day in _left)
        {
            var path = day.File.Path;
            day.Dispose();
            File.Delete(path);
        }

        _left = [];
    }

    private static async Task RegisterAsync(AppDbContext db, CounterFile file, CancellationToken cancellationToken)
    {
        var epoch = EpochOf(file);
        if (!await db.Set<VisitInstance>().AnyAsync(i => i.Epoch == epoch, cancellationToken))
        {
            db.Add(new VisitInstance { Epoch = epoch, Day = file.Day });
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    private static unsafe Guid EpochOf(CounterFile file) => file.Header->Epoch;

    /// <summary>Salts and hashes of days that are over, and files long folded.</summary>
    private static async Task ForgetAsync(AppDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var longAgo = today.AddYears(-1);
        if (await db.Set<VisitSalt>().AnyAsync(s => s.Day < today, cancellationToken))
        {
            await db.Set<VisitSalt>().Where(s => s.Day < today).ExecuteDeleteAsync(cancellationToken);
            await db.Set<BrowserSeen>().Where(b => b.Day < today).ExecuteDeleteAsync(cancellationToken);
            await db.Set<VisitInstance>().Where(i => i.Day < longAgo).ExecuteDeleteAsync(cancellationToken);
            await NeighbourhoodFolding.ForgetAsync(db, today, cancellationToken);
        }
    }

    /// <summary>What to add to today's file: the database's sums without what the file itself has given, and what earlier files still hold.</summary>
    private async Task LearnAsync(AppDbContext db, VisitDay today, CancellationToken cancellationToken)
    {
        var day = today.Day;
        var sums = await db.Set<VisitDayRow>().GroupBy(d => d.Site)
            .Select(site => new { Site = site.Key, Visits = site.Sum(d => d.Visits), Views = site.Sum(d => d.Views), Today = site.Where(d => d.Day == day).Sum(d => d.Visits) })
            .ToListAsync(cancellationToken);
        var bySite = sums.ToDictionary(s => s.Site, StringComparer.Ordinal);
        var codes = bySite.Keys.Concat(today.Sites).Concat(_earlier.SelectMany(d => d.Sites)).Distinct(StringComparer.Ordinal).ToList();
        var known = new Dictionary<string, SiteBasis>(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            var sum = bySite.GetValueOrDefault(code);
            var basis = new SiteBasis(
                (sum?.Visits ?? 0) + _earlier.Sum(d => d.Unfolded(code)),
                sum?.Today ?? 0,
                (sum?.Views ?? 0) + _earlier.Sum(d => d.UnfoldedViews(code)));
            known[code] = basis;
            if (today.Site(code) is { } site)
            {
                var (visits, views) = Folded(today, site);
                today.SetBasis(site, new SiteBasis(basis.Visits - visits, basis.Today - visits, basis.Views - views));
            }
        }

        _known = known;
    }

    private static unsafe (long Visits, long Views) Folded(VisitDay day, int site) => (day.File.Sites[site].Visits.Folded, day.File.Sites[site].Views.Folded);
}
