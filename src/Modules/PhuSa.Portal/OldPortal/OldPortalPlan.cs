using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Portal.Articles;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Redirects;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.OldPortal;

/// <summary>A page that will be an article.</summary>
/// <param name="Addresses">The chief one first.</param>
/// <param name="IsKnown">It was brought before.</param>
internal sealed record PlannedPage(MirrorFile File, List<OldAddress> Addresses, Guid ArticleId, string Slug, bool IsKnown)
{
    public OldAddress Chief => Addresses[0];

    public string NewAddress => ArticleAddress.Of(ArticleKind.News, Slug);
}

/// <summary>
/// What the mirror holds, settled before anything is written: which pages are articles, which of them are the same one under several addresses, and the
/// new address of each, so that their links to one another can be written at once.
/// </summary>
internal sealed partial class OldPortalPlan
{
    /// <summary>Room for a number behind a slug that is taken.</summary>
    private const int SlugRoom = 6;

    private readonly Dictionary<string, PlannedPage> _byAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlannedPage> _byMark = new(StringComparer.Ordinal);
    private readonly Dictionary<PlannedPage, string> _titles = [];
    private readonly Dictionary<string, Guid> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, string> _slugs = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<MirrorFile, PlannedPage> _byFile = [];
    private readonly HashSet<Guid> _ids = [];
    private readonly List<PlannedPage> _pages = [];
    private readonly PortalMap _map;
    private readonly Mirror _mirror;
    private readonly List<OldPortalLine> _lines;

    private OldPortalPlan(PortalMap map, Mirror mirror, List<OldPortalLine> lines)
    {
        _map = map;
        _mirror = mirror;
        _lines = lines;
    }

    public IReadOnlyList<PlannedPage> Pages => _pages;

    /// <summary>HTML files that are no articles.</summary>
    public int Others { get; private set; }

    public static async Task<OldPortalPlan> MakeAsync(
        OldPortalOrder order, PortalMap map, Mirror mirror, AppDbContext db, List<OldPortalLine> lines, DateOnly today, IProgress<OldPortalProgress>? progress, Func<Guid> newId, CancellationToken cancellationToken)
    {
        var plan = new OldPortalPlan(map, mirror, lines);
        await plan.RecallAsync(order.Site, db, cancellationToken);
        var index = MirrorIndex.Of(mirror, lines);
        var files = index is null ? [.. mirror.Files.Where(file => file.IsPage)] : index.Select(entry => entry.File).Distinct().ToList();
        for (var at = 0; at < files.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var named = index?.Where(entry => entry.File == files[at]).Select(entry => entry.Address).ToList();
            await plan.LookAsync(files[at], named, today, newId, cancellationToken);
            progress?.Report(new OldPortalProgress(at + 1, files.Count, Reading: true));
        }

        return plan;
    }

    /// <returns>The page that stood at this old address, from this mirror.</returns>
    public PlannedPage? At(OldAddress address) => _byAddress.GetValueOrDefault(address.Key);

    public PlannedPage? Of(MirrorFile file) => _byFile.GetValueOrDefault(file) ?? _mirror.AddressesOf(file).Select(At).OfType<PlannedPage>().FirstOrDefault();

    /// <returns>The new address of what an earlier import brought from this old one; null where it brought none.</returns>
    public string? Earlier(OldAddress address) => _known.TryGetValue(address.Key, out var id) && _slugs.TryGetValue(id, out var slug) ? ArticleAddress.Of(ArticleKind.News, slug) : null;

    private async Task RecallAsync(string site, AppDbContext db, CancellationToken cancellationToken)
    {
        foreach (var article in await db.Set<Article>().Select(a => new { a.Id, a.Slug }).ToListAsync(cancellationToken))
        {
            _slugs[article.Id] = article.Slug;
            _taken.Add(article.Slug);
        }

        foreach (var moved in await db.Set<MovedAddress>().Where(m => m.Site == site && m.ArticleId != null && m.From == MovedFrom.Import).Select(m => new { m.Key, m.ArticleId }).ToListAsync(cancellationToken))
        {
            _known[moved.Key] = moved.ArticleId!.Value;
        }

        foreach (var brought in await db.Set<BroughtArticle>().Where(b => b.Site == site).Select(b => new { b.Key, b.ArticleId }).ToListAsync(cancellationToken))
        {
            _known[brought.Key] = brought.ArticleId;
        }
    }

    private async Task LookAsync(MirrorFile file, IReadOnlyList<OldAddress>? named, DateOnly today, Func<Guid> newId, CancellationToken cancellationToken)
    {
        try
        {
            var page = await OldPage.OpenAsync(file, _map, cancellationToken);
            if (page.Read(today) is not { } article)
            {
                Others++;
                if (named is not null)
                {
                    throw new PageRefusedException("Không thấy tên bài hoặc nội dung ở chỗ bản đồ nói. Hãy xem lại bộ chọn “title” và “body”.");
                }

                return;
            }

            PageLetters.RequireUnicode($"{article.Title}\n{article.Summary}\n{article.Body.TextContent}");
            Add(file, AddressesOf(file, page, named), article, newId);
        }
        catch (PageRefusedException refused)
        {
            _lines.Add(new OldPortalLine(OldPortalWeight.Error, file.Name, null, null, refused.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _lines.Add(new OldPortalLine(OldPortalWeight.Error, file.Name, null, null, "Không đọc được tệp này. Hãy xem tệp có còn đó không và bạn có quyền đọc không."));
        }
    }

    private void Add(MirrorFile file, List<OldAddress> addresses, OldArticle article, Func<Guid> newId)
    {
        if (addresses.Count == 0)
        {
            throw new PageRefusedException("Không rõ địa chỉ cũ của trang này, hoặc đây là trang chủ.");
        }

        // Some portals give every page of a section one canonical address: other words under another title are another article, at the addresses of its own.
        addresses = Own(file, addresses, article);

        // The same article at several addresses: the first page of it tells, the others only add where it could be found.
        var mark = MarkOf(article);
        var page = _byAddress.GetValueOrDefault(addresses[0].Key) is { } same && same.Chief.Key == addresses[0].Key ? same : _byMark.GetValueOrDefault(mark);
        if (page is null)
        {
            var known = addresses.Select(address => _known.TryGetValue(address.Key, out var id) ? id : (Guid?)null).FirstOrDefault(id => id is not null && _slugs.ContainsKey(id.Value) && !_ids.Contains(id.Value));
            page = known is { } before ? new PlannedPage(file, [addresses[0]], before, _slugs[before], IsKnown: true) : new PlannedPage(file, [addresses[0]], newId(), FreeSlug(addresses[0], article), IsKnown: false);
            _pages.Add(page);
            _ids.Add(page.ArticleId);
            _titles.Add(page, SearchText.Fold(article.Title));
            _byMark.TryAdd(mark, page);
            _byAddress.TryAdd(addresses[0].Key, page);
        }

        _byFile[file] = page;
        foreach (var address in addresses.Where(address => _byAddress.TryAdd(address.Key, page)))
        {
            page.Addresses.Add(address);
        }
    }

    /// <returns>The addresses without those that are the chief one of another article.</returns>
    /// <exception cref="PageRefusedException">None is left.</exception>
    private List<OldAddress> Own(MirrorFile file, List<OldAddress> addresses, OldArticle article)
    {
        if (_byAddress.GetValueOrDefault(addresses[0].Key) is not { } other || other.Chief.Key != addresses[0].Key || _titles.GetValueOrDefault(other) is not { } title || title == SearchText.Fold(article.Title))
        {
            return addresses;
        }

        var own = addresses.FindAll(address => !_byAddress.ContainsKey(address.Key));
        if (own.Count == 0)
        {
            throw new PageRefusedException($"Trang này ghi cùng địa chỉ với một bài khác ({other.File.Name}) mà không có địa chỉ nào của riêng nó. Hãy ghi địa chỉ của nó trong {Mirror.IndexName}.");
        }

        _lines.Add(new OldPortalLine(OldPortalWeight.Mend, file.Name, own[0].Written, null, $"Trang này ghi địa chỉ chính là {addresses[0].Written}, đã là của bài ở {other.File.Name}; nó được nhập thành bài riêng theo địa chỉ {own[0].Written}."));
        return own;
    }

    private List<OldAddress> AddressesOf(MirrorFile file, OldPage page, IReadOnlyList<OldAddress>? named)
    {
        var own = page.OwnAddresses().Where(address => !Mirror.IsWhole(address) || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && _mirror.Hosts.Contains(uri.Host))).Select(OldAddress.Read).OfType<OldAddress>();
        return [.. (named ?? []).Concat(own).Concat(_mirror.AddressesOf(file)).DistinctBy(address => address.Key)];
    }

    private string FreeSlug(OldAddress chief, OldArticle article)
    {
        var last = Path.GetFileNameWithoutExtension(chief.Folded.Split('?')[0].TrimEnd('/').Split('/')[^1]);
        var room = Article.SlugMaxLength - SlugRoom;
        var stem = _map.KeepsSlug && last.Length <= room && GoodSlug.IsMatch(last) && last.Any(char.IsAsciiLetter) ? last : Slug.From(article.Title, room);
        var free = stem;
        for (var number = 2; !_taken.Add(free); number++)
        {
            free = $"{stem}-{number}";
        }

        return free;
    }

    private static string MarkOf(OldArticle article) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{article.Title}\n{article.PublishedOn:yyyy-MM-dd}\n{string.Join(' ', article.Body.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}")));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex GoodSlug { get; }
}

/// <summary>A file <c>index.csv</c> in the folder: an old address and the file that was kept of it, a line to each. Where it is there, only what it names is looked at.</summary>
internal static class MirrorIndex
{
    /// <returns>Null where there is no such file.</returns>
    public static IReadOnlyList<(OldAddress Address, MirrorFile File)>? Of(Mirror mirror, List<OldPortalLine> lines)
    {
        if (mirror.Named(Mirror.IndexName) is not { } index)
        {
            return null;
        }

        var entries = new List<(OldAddress, MirrorFile)>();
        var number = 0;
        foreach (var line in File.ReadLines(index.Path, Encoding.UTF8))
        {
            number++;
            var cells = Cells(line);
            if (cells.Count < 2 || (number == 1 && OldAddress.Read(cells[0]) is null))
            {
                // The header, or an empty line.
                continue;
            }

            if (OldAddress.Read(cells[0]) is not { } address)
            {
                lines.Add(new OldPortalLine(OldPortalWeight.Error, Mirror.IndexName, cells[0], null, $"Dòng {number}: “{cells[0]}” không phải là địa chỉ cũ viết đúng."));
            }
            else if (mirror.Named(cells[1]) is not { } file)
            {
                lines.Add(new OldPortalLine(OldPortalWeight.Error, Mirror.IndexName, cells[0], null, $"Dòng {number}: không có tệp “{cells[1]}” trong thư mục."));
            }
            else
            {
                entries.Add((address, file));
            }
        }

        return entries;
    }

    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var letter in line.TrimStart('\uFEFF'))
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (letter is ',' or ';' or '\t' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }

        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
