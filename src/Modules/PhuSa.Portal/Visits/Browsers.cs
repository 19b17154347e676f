namespace PhuSa.Portal.Visits;

/// <summary>
/// The browsers of one day and when each was last seen on each site; finds and adds without a lock. The records lie in the mapped file,
/// the index to them in memory: it is made again when the file is opened.
/// </summary>
internal sealed unsafe class Browsers
{
    /// <summary>Seconds after which a browser is no longer online.</summary>
    public const int OnlineFor = 5 * 60;

    /// <summary>Seconds without a view after which the next one begins a new visit.</summary>
    public const int VisitEndsAfter = 30 * 60;

    private const int IndexSize = CounterFile.MostBrowsers * 2;
    private const long OnlineFlag = 1;
    private const long ElsewhereFlag = 2;
    private const int SiteShift = 8;
    private const int SeenShift = 32;

    private readonly CounterFile _file;
    private readonly int[] _index = new int[IndexSize];
    private readonly int[] _online = new int[CounterFile.MostSites];
    private int _sweptAt;

    public Browsers(CounterFile file, int second)
    {
        _file = file;
        for (var i = 0; i < Math.Min(file.Header->Browsers, CounterFile.MostBrowsers); i++)
        {
            ref var record = ref file.Browsers[i];
            if (record.Hash != 0 && record.Word != 0)
            {
                var site = SiteOf(record.Word);
                Find(record.Hash, site, known: i);
                var online = IsOnline(record.Word, second);
                _online[site] += online ? 1 : 0;
                record.Word = online ? record.Word | OnlineFlag : record.Word & ~OnlineFlag;
            }
        }
    }

    public int Online(int site) => Volatile.Read(ref _online[site]);

    /// <summary>A view at this second of the day.</summary>
    /// <returns>Whether it begins a new visit.</returns>
    public bool See(ulong hash, int site, int second) => Find(hash, site, known: null) is { } i && Update(ref _file.Browsers[i], site, second, elsewhere: false);

    /// <summary>Another instance has seen it: its next view here continues that visit.</summary>
    public void SeenElsewhere(ulong hash, int site, int second)
    {
        if (Find(hash, site, known: null) is { } i)
        {
            Update(ref _file.Browsers[i], site, second, elsewhere: true);
        }
    }

    /// <summary>Those seen here since that second, for the other instances.</summary>
    public IEnumerable<(ulong Hash, int Site, int Second)> SeenSince(int second)
    {
        var count = Math.Min(Count(), CounterFile.MostBrowsers);
        for (var i = 0; i < count; i++)
        {
            var (hash, word) = Read(i);
            if (hash != 0 && word >> SeenShift != 0 && (word & ElsewhereFlag) == 0 && SecondOf(word) >= second)
            {
                yield return (hash, SiteOf(word), SecondOf(word));
            }
        }
    }

    /// <summary>Takes those out of the online count whose five minutes are over; at most once a second, by one of the askers.</summary>
    public void Sweep(int second)
    {
        var last = Volatile.Read(ref _sweptAt);
        if (last == second || Interlocked.CompareExchange(ref _sweptAt, second, last) != last)
        {
            return;
        }

        var count = Math.Min(Count(), CounterFile.MostBrowsers);
        for (var i = 0; i < count; i++)
        {
            ref var record = ref _file.Browsers[i];
            var word = Volatile.Read(ref record.Word);
            if ((word & OnlineFlag) != 0 && !IsOnline(word, second) && Interlocked.CompareExchange(ref record.Word, word & ~OnlineFlag, word) == word)
            {
                Interlocked.Decrement(ref _online[SiteOf(word)]);
            }
        }
    }

    private bool Update(ref BrowserRecord record, int site, int second, bool elsewhere)
    {
        while (true)
        {
            var word = Volatile.Read(ref record.Word);
            var seen = word >> SeenShift == 0 ? (int?)null : SecondOf(word);
            if (elsewhere && seen >= second)
            {
                return false;
            }

            // Clocks of two requests may pass each other; time does not run backwards for a browser.
            var at = Math.Max(seen ?? second, second);
            var online = (word & OnlineFlag) != 0 || !elsewhere || IsOnline(Word(second, site, 0), Math.Max(_sweptAt, second));
            var next = Word(at, site, (online ? OnlineFlag : 0) | (elsewhere ? ElsewhereFlag : 0));
            if (next != word && Interlocked.CompareExchange(ref record.Word, next, word) != word)
            {
                continue;
            }

            if (online && (word & OnlineFlag) == 0)
            {
                Interlocked.Increment(ref _online[site]);
            }

            return seen is null || second - seen >= VisitEndsAfter;
        }
    }

    /// <returns>The record's number; null when the day's file is full: such a browser's views count, its visit does not.</returns>
    private int? Find(ulong hash, int site, int? known)
    {
        var mine = -1;
        for (var at = Start(hash, site); ; at = (at + 1) & (IndexSize - 1))
        {
            var entry = Volatile.Read(ref _index[at]);
            if (entry == 0)
            {
                mine = mine >= 0 ? mine : known ?? Add(hash, site);
                if (mine < 0)
                {
                    return null;
                }

                entry = Interlocked.CompareExchange(ref _index[at], mine + 1, 0);
                if (entry == 0)
                {
                    return mine;
                }
            }

            ref var record = ref _file.Browsers[entry - 1];
            if (record.Hash == hash && SiteOf(Volatile.Read(ref record.Word)) == site)
            {
                if (mine >= 0)
                {
                    // Another thread was first; ours stays behind as a record of nobody.
                    _file.Browsers[mine].Word = 0;
                    _file.Browsers[mine].Hash = 0;
                }

                return entry - 1;
            }
        }
    }

    private int Add(ulong hash, int site)
    {
        if (Count() >= CounterFile.MostBrowsers)
        {
            return -1;
        }

        var i = Interlocked.Increment(ref _file.Header->Browsers) - 1;
        if (i >= CounterFile.MostBrowsers)
        {
            Interlocked.Decrement(ref _file.Header->Browsers);
            return -1;
        }

        _file.Browsers[i].Word = Word(-1, site, 0);
        Volatile.Write(ref _file.Browsers[i].Hash, hash);
        return i;
    }

    private int Count() => Volatile.Read(ref _file.Header->Browsers);

    private (ulong Hash, long Word) Read(int i) => (_file.Browsers[i].Hash, Volatile.Read(ref _file.Browsers[i].Word));

    private static int Start(ulong hash, int site) => unchecked((int)((hash + ((ulong)site * 0x9E3779B97F4A7C15)) & (IndexSize - 1)));

    private static long Word(int second, int site, long flags) => ((second + 1L) << SeenShift) | ((long)site << SiteShift) | flags;

    private static int SiteOf(long word) => (int)((word >> SiteShift) & 0xff);

    private static int SecondOf(long word) => (int)(word >> SeenShift) - 1;

    private static bool IsOnline(long word, int second) => word >> SeenShift != 0 && second - SecondOf(word) < OnlineFor;
}
