using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;

namespace PhuSa.Platform.Web.PageCache;

/// <summary>The live numbers of one answer, this answer's own view among them.</summary>
/// <param name="Online">Browsers seen on the site in the last five minutes.</param>
/// <param name="Total">Visits of the site since counting began.</param>
/// <param name="Today">Visits of the site since midnight in Việt Nam.</param>
/// <param name="Views">Views of the page; of the whole site where no page was named.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PageReading(long Online, long Total, long Today, long Views);

/// <summary>Counts views and visits.</summary>
public interface IPageVisits
{
    /// <summary>The tally of one page. May read the database; whoever keeps the page keeps the tally and counts without reading.</summary>
    /// <param name="site">Code of the site.</param>
    /// <param name="path">The page's address without query; null for the site as a whole, which is only read.</param>
    ValueTask<PageTally> OpenAsync(string site, string? path, CancellationToken cancellationToken);
}

/// <summary>The tally of one page on one Vietnamese day.</summary>
public abstract class PageTally
{
    /// <summary>UTC instant of the midnight in Việt Nam after which it must be opened anew.</summary>
    public abstract DateTime EndsAt { get; }

    /// <summary>Counts one view before its answer's last byte, without lock or I/O, unless a robot asks; and reads.</summary>
    public abstract PageReading Count(HttpContext context);

    public abstract PageReading Read();
}
