namespace PhuSa.Platform.Web.PageCache;

/// <summary>Says of which pages it is counted how widely they are read.</summary>
public interface IWatchedPages
{
    /// <summary>No longer than this.</summary>
    const int KeyMaxLength = 40;

    /// <param name="path">In small letters, without query.</param>
    /// <returns>Under which key the page is counted, so that both languages of one page are one; null for a page that is not watched.</returns>
    string? KeyOf(string path);
}

/// <summary>From how many network neighbourhoods a page was read on one Vietnamese day.</summary>
/// <param name="Neighbourhoods">IPv4 /16 and IPv6 /32; an estimate that is exact for few.</param>
public sealed record PageSpreadOfDay(string Key, DateOnly Day, int Neighbourhoods);

/// <summary>Reads how widely watched pages were read: numbers of days, nothing of any reader.</summary>
public interface IPageSpread
{
    /// <returns>The watched pages with a view in these days; what was counted within the last seconds may still be missing.</returns>
    Task<IReadOnlyList<PageSpreadOfDay>> InAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);
}
