using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;
using PhuSa.Platform.Rules;
using PhuSa.Portal.Contracts;
using PhuSa.Portal.Sites;
using PhuSa.Portal.Watching.Freezes;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.OldPortal;

/// <summary>Brings an old portal: reads the whole mirror first, then writes article after article.</summary>
internal sealed class OldPortalImport(AppDbContext db, OldArticleWriting writing, Freezing freezing, TimeProvider clock) : IOldPortalImport
{
    private const string Shipped = "PhuSa.Portal.Maps.";
    private const string Ending = ".json";
    private const int LongestMap = 256 * 1024;

    public IReadOnlyList<string> Maps =>
    [
        .. typeof(OldPortalImport).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Shipped, StringComparison.Ordinal))
            .Select(name => name[Shipped.Length..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    public string? MapNamed(string name)
    {
        using var stream = typeof(OldPortalImport).Assembly.GetManifestResourceStream($"{Shipped}{name}{Ending}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public async Task<OldPortalResult> RunAsync(OldPortalOrder order, Actor by, IProgress<OldPortalProgress>? progress, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(order.Folder))
        {
            throw new RefusedException("Không có thư mục {0}. Hãy chỉ đến thư mục chứa bản tải về của cổng cũ.", order.Folder);
        }

        if (!order.DryRun)
        {
            await freezing.RefuseAsync(cancellationToken);
        }

        var map = PortalMap.Read(await MapAsync(order.Map, cancellationToken));
        var categories = await CategoriesAsync(order, map, cancellationToken);
        var mirror = Mirror.Open(order.Folder, HostsOf(order.Folder, map));
        var lines = new List<OldPortalLine>();
        Tell(mirror, lines);

        var today = VietnamTime.Today(clock);
        var plan = await OldPortalPlan.MakeAsync(order, map, mirror, db, lines, today, progress, () => Guid.CreateVersion7(clock.GetUtcNow()), cancellationToken);
        var counts = new Dictionary<OldPageOutcome, int>();
        var work = new OldPortalWork(order, map, mirror, plan, categories, by, today, lines);
        await writing.BeginAsync(work, cancellationToken);
        for (var at = 0; at < plan.Pages.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = await writing.WriteAsync(work, plan.Pages[at], cancellationToken);
            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            progress?.Report(new OldPortalProgress(at + 1, plan.Pages.Count, Reading: false));
        }

        return new OldPortalResult(
            plan.Pages.Count,
            plan.Others,
            counts.GetValueOrDefault(OldPageOutcome.New),
            counts.GetValueOrDefault(OldPageOutcome.Changed),
            counts.GetValueOrDefault(OldPageOutcome.Same),
            counts.GetValueOrDefault(OldPageOutcome.Kept),
            lines);
    }

    private async Task<string> MapAsync(string map, CancellationToken cancellationToken)
    {
        if (File.Exists(map))
        {
            return new FileInfo(map).Length <= LongestMap
                ? await File.ReadAllTextAsync(map, cancellationToken)
                : throw new RefusedException("Tệp bản đồ {0} quá lớn để là một bản đồ.", map);
        }

        return MapNamed(map) ?? throw new RefusedException("Không có tệp bản đồ {0}. Bản mẫu đi kèm: {1}.", map, string.Join(", ", Maps));
    }

    /// <summary>From folded words of the old portal to the categories of ours; the empty word stands for what has none.</summary>
    private async Task<IReadOnlyDictionary<string, Category>> CategoriesAsync(OldPortalOrder order, PortalMap map, CancellationToken cancellationToken)
    {
        if (!await db.Set<Site>().AnyAsync(site => site.Code == order.Site, cancellationToken))
        {
            throw new RefusedException("Không có trang nào mã {0}. Hãy xem lại --site.", order.Site);
        }

        var known = await db.Set<Category>().AsNoTracking().Where(category => category.Site == order.Site && !category.IsRetired).ToDictionaryAsync(category => category.Code, StringComparer.Ordinal, cancellationToken);
        var found = new Dictionary<string, Category>(StringComparer.Ordinal);
        foreach (var (word, code) in map.Categories ?? new Dictionary<string, string>())
        {
            found[SearchText.Fold(word)] = Of(code);
        }

        if (order.Category is { } code0)
        {
            found[""] = Of(code0);
        }

        return found.Count > 0 ? found : throw new RefusedException("Chưa biết bài vào chuyên mục nào. Hãy ghi bảng “categories” trong bản đồ, hoặc thêm --category.");

        Category Of(string code) => known.GetValueOrDefault(code) ?? throw new RefusedException("Trang {0} không có chuyên mục mã {1}.", order.Site, code);
    }

    /// <summary>As the map says; else the folders of the mirror that are named like a host, as wget and HTTrack make them.</summary>
    private static HashSet<string> HostsOf(string folder, PortalMap map) => map.HostNames.Count > 0
        ? new HashSet<string>(map.HostNames, StringComparer.OrdinalIgnoreCase)
        : new HashSet<string>(Directory.EnumerateDirectories(folder).Select(Path.GetFileName).OfType<string>().Where(name => name.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(name) == UriHostNameType.Dns), StringComparer.OrdinalIgnoreCase);

    private static void Tell(Mirror mirror, List<OldPortalLine> lines)
    {
        if (mirror.PassedOver > 0)
        {
            lines.Add(new OldPortalLine(OldPortalWeight.Note, "", null, null, $"{mirror.PassedOver} liên kết tượng trưng (symlink) trong thư mục bị bỏ qua."));
        }

        if (mirror.IsCut)
        {
            lines.Add(new OldPortalLine(OldPortalWeight.Error, "", null, null, "Thư mục có quá nhiều tệp nên chỉ đọc một phần. Hãy chia bản tải về thành nhiều thư mục và nhập lần lượt."));
        }
    }
}

/// <summary>One run.</summary>
internal sealed record OldPortalWork(
    OldPortalOrder Order, PortalMap Map, Mirror Mirror, OldPortalPlan Plan, IReadOnlyDictionary<string, Category> Categories, Actor By, DateOnly Today, List<OldPortalLine> Lines);
