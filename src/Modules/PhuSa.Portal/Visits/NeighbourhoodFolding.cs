using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web.PageCache;

namespace PhuSa.Portal.Visits;

/// <summary>From how many neighbourhoods one watched page was read on one Vietnamese day.</summary>
internal sealed class PageSpreadRow
{
    public required string Key { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The bits of all instances together; only their number stays when the day is over.</summary>
    public byte[]? Field { get; set; }

    public int Count { get; set; }

    public int Version { get; set; }
}

internal sealed class PageSpreadConfiguration : IEntityTypeConfiguration<PageSpreadRow>
{
    public void Configure(EntityTypeBuilder<PageSpreadRow> builder)
    {
        builder.ToTable("portal_page_spread");
        builder.HasKey(r => new { r.Day, r.Key });
        builder.Property(r => r.Key).HasMaxLength(IWatchedPages.KeyMaxLength);
        builder.Property(r => r.Field).HasMaxLength(Neighbourhoods.Length);
        builder.Property(r => r.Version).IsConcurrencyToken();
    }
}

/// <summary>Takes the fields of bits of this instance into the database, and out of it again when their day is over.</summary>
internal static class NeighbourhoodFolding
{
    private const int AtOnce = 200;
    private const int Tries = 3;
    private const int KeptDays = 400;

    public static async Task FoldAsync(AppDbContext db, VisitDay day, CancellationToken cancellationToken)
    {
        foreach (var some in day.Spread.Where(page => page.IsNew).Chunk(AtOnce))
        {
            for (var tries = 1; ; tries++)
            {
                db.ChangeTracker.Clear();
                var read = await MergeAsync(db, day.Day, some, cancellationToken);
                try
                {
                    await db.SaveChangesAsync(cancellationToken);
                    read.ForEach(page => page.Page.Told(page.Mark));
                    break;
                }
                catch (DbUpdateException) when (tries < Tries)
                {
                    // Another instance told of the same page in the same moment.
                }
            }
        }
    }

    /// <summary>Of days that are over only the numbers stay.</summary>
    public static async Task ForgetAsync(AppDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var longAgo = today.AddDays(-KeptDays);
        await db.Set<PageSpreadRow>().Where(r => r.Day < today && r.Field != null).ExecuteUpdateAsync(set => set.SetProperty(r => r.Field, (byte[]?)null), cancellationToken);
        await db.Set<PageSpreadRow>().Where(r => r.Day < longAgo).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<List<(Neighbourhoods Page, int Mark)>> MergeAsync(AppDbContext db, DateOnly day, Neighbourhoods[] pages, CancellationToken cancellationToken)
    {
        var keys = pages.Select(page => page.Key).ToArray();
        var rows = await db.Set<PageSpreadRow>().Where(r => r.Day == day && EF.Parameter(keys).Contains(r.Key)).ToDictionaryAsync(r => r.Key, StringComparer.Ordinal, cancellationToken);
        var read = new List<(Neighbourhoods, int)>();
        foreach (var page in pages)
        {
            var (field, mark) = page.Read();
            read.Add((page, mark));
            if (!rows.TryGetValue(page.Key, out var row))
            {
                db.Add(new PageSpreadRow { Key = page.Key, Day = day, Field = field, Count = Neighbourhoods.CountOf(field) });
                continue;
            }

            // Its day is over and another instance has taken the bits out: the greater number stands.
            var all = row.Field is { } theirs ? [.. theirs.Zip(field, (one, other) => (byte)(one | other))] : field;
            row.Field = row.Field is null ? null : all;
            row.Count = Math.Max(row.Count, Neighbourhoods.CountOf(all));
            row.Version++;
        }

        return read;
    }
}

/// <summary>How widely watched pages of other modules were read.</summary>
internal sealed class PageSpread(AppDbContext db) : IPageSpread
{
    public async Task<IReadOnlyList<PageSpreadOfDay>> InAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        await db.Set<PageSpreadRow>().AsNoTracking().Where(r => r.Day >= from && r.Day <= to).OrderBy(r => r.Day).ThenBy(r => r.Key)
            .Select(r => new PageSpreadOfDay(r.Key, r.Day, r.Count)).ToListAsync(cancellationToken);
}
