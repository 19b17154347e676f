namespace PhuSa.Platform.Web.PageCache;

/// <summary>Views of a page on one Vietnamese day.</summary>
public sealed record PageViewsOfDay(DateOnly Day, long Views);

/// <summary>Views of one page on one Vietnamese day.</summary>
/// <param name="Path">In small letters, without query.</param>
public sealed record PageViewsOfPath(string Path, DateOnly Day, long Views);

/// <summary>Reads what was counted of pages: numbers of days, nothing of any reader.</summary>
public interface IPageViewDays
{
    /// <param name="paths">Addresses without query; of all sites together.</param>
    /// <returns>The days with a view, the latest first; what was counted within the last minutes may still be missing.</returns>
    Task<IReadOnlyList<PageViewsOfDay>> OfAsync(IReadOnlyCollection<string> paths, DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <returns>The pages below an address that were read in these days, each site and day by itself.</returns>
    Task<IReadOnlyList<PageViewsOfPath>> UnderAsync(string root, DateOnly from, DateOnly to, CancellationToken cancellationToken);
}
