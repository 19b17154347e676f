using System.IO.MemoryMappedFiles;
using System.Text;

namespace PhuSa.Portal.Visits;

/// <summary>
/// What one instance counted on one day, in mapped memory: it survives a kill -9 of the process at any instruction, and a power cut
/// up to the last flush. Its room is allocated when it is made, so that a full disk is an error then and not a crash later.
/// </summary>
internal sealed unsafe class CounterFile : IDisposable
{
    public const int MostSites = 64;
    public const int MostPages = 131_072;
    public const int MostBrowsers = 524_288;
    private const long TextRoom = 12 * 1024 * 1024;
    private const long Mark = 0x31_30_53_49_56_53_50; // PSVIS01
    private const int HeaderRoom = 4096;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private int _settled;

    private CounterFile(string path, FileStream stream)
    {
        Path = path;
        _file = MemoryMappedFile.CreateFromFile(stream, mapName: null, Length, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, Length);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        Header = (FileHeader*)_start;
        Sites = (SiteRecord*)(_start + HeaderRoom);
        Pages = (PageRecord*)(Sites + MostSites);
        Browsers = (BrowserRecord*)(Pages + MostPages);
        Text = (byte*)(Browsers + MostBrowsers);
    }

    public static long Length { get; } = HeaderRoom + (MostSites * (long)sizeof(SiteRecord)) + (MostPages * (long)sizeof(PageRecord)) + (MostBrowsers * (long)sizeof(BrowserRecord)) + TextRoom;

    public string Path { get; }

    /// <summary>Twice for each fold that this process has settled; odd while it settles one.</summary>
    public int Settled => Volatile.Read(ref _settled);

    /// <summary>At the beginning and at the end of settling.</summary>
    public void TurnSettling() => Interlocked.Increment(ref _settled);

    public FileHeader* Header { get; }

    public SiteRecord* Sites { get; }

    public PageRecord* Pages { get; }

    public BrowserRecord* Browsers { get; }

    public DateOnly Day { get; private set; }

    private byte* Text { get; }

    /// <summary>The day's file, made if it is not there or was not finished by a process that died while making it.</summary>
    public static CounterFile Open(string path, DateOnly day)
    {
        if (Existing(path) is { } there)
        {
            return there;
        }

        var stream = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.Read, PreallocationSize = Length });
        stream.SetLength(Length);
        var file = new CounterFile(path, stream);
        file.Header->Epoch = Guid.CreateVersion7();
        file.Header->Day = day.DayNumber;
        file.Day = day;
        Volatile.Write(ref file.Header->Mark, Mark);
        return file;
    }

    /// <returns>Null when there is none, or an unfinished one in which nothing was counted.</returns>
    public static CounterFile? Existing(string path)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != Length)
        {
            return null;
        }

        var file = new CounterFile(path, new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read));
        if (file.Header->Mark == Mark)
        {
            file.Day = DateOnly.FromDayNumber(file.Header->Day);
            return file;
        }

        file.Dispose();
        return null;
    }

    public string SiteCode(int site) => Encoding.UTF8.GetString(Sites[site].Code, Sites[site].CodeLength);

    public string PagePath(int page) => Encoding.UTF8.GetString(Text + Pages[page].TextAt, Pages[page].TextLength);

    /// <summary>One thread at a time.</summary>
    /// <exception cref="InvalidOperationException">The code is too long or there are too many sites.</exception>
    public int AddSite(string code)
    {
        var bytes = Encoding.UTF8.GetBytes(code);
        var site = Header->Sites;
        if (bytes.Length > SiteRecord.CodeMaxLength || site == MostSites)
        {
            throw new InvalidOperationException($"Site {code} cannot be counted: at most {MostSites} sites with codes of at most {SiteRecord.CodeMaxLength} bytes.");
        }

        bytes.CopyTo(new Span<byte>(Sites[site].Code, SiteRecord.CodeMaxLength));
        Sites[site].CodeLength = bytes.Length;
        Volatile.Write(ref Header->Sites, site + 1);
        return site;
    }

    /// <summary>One thread at a time. The record counts from the moment the number of pages says so.</summary>
    /// <returns>Null when the file is full.</returns>
    public int? AddPage(int site, string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        var page = Header->Pages;
        if (page == MostPages || Header->TextUsed + bytes.Length > TextRoom)
        {
            return null;
        }

        var at = Header->TextUsed;
        bytes.CopyTo(new Span<byte>(Text + at, bytes.Length));
        Pages[page] = new PageRecord { Site = site, TextAt = at, TextLength = bytes.Length };
        Header->TextUsed = at + bytes.Length;
        Volatile.Write(ref Header->Pages, page + 1);
        return page;
    }

    /// <summary>Writes what is mapped to the disk, against a power cut.</summary>
    public void Flush() => _view.Flush();

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
