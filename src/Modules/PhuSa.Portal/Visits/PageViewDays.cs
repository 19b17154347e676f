using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Data;
using PhuSa.Platform.Web.PageCache;

namespace PhuSa.Portal.Visits;

/// <summary>The daily views of pages of other modules, from the days that the counting has folded into the database.</summary>
internal sealed class PageViewDays(AppDbContext db) : IPageViewDays
{
    public async Task<IReadOnlyList<PageViewsOfDay>> OfAsync(IReadOnlyCollection<string> paths, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var asked = paths.Select(PagePath.Of).ToArray();
        var days = await db.Set<PageViewDay>().AsNoTracking()
            .Where(view => EF.Parameter(asked).Contains(view.Path) && view.Day >= from && view.Day <= to)
            .GroupBy(view => view.Day)
            .Select(day => new { day.Key, Views = day.Sum(view => view.Views) })
            .OrderByDescending(day => day.Key)
            .ToListAsync(cancellationToken);
        return [.. days.Select(day => new PageViewsOfDay(day.Key, day.Views))];
    }

    public async Task<IReadOnlyList<PageViewsOfPath>> UnderAsync(string root, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var begin = PagePath.Of(root) + "/";
        return await db.Set<PageViewDay>().AsNoTracking()
            .Where(view => view.Path.StartsWith(begin) && view.Day >= from && view.Day <= to)
            .Select(view => new PageViewsOfPath(view.Path, view.Day, view.Views))
            .ToListAsync(cancellationToken);
    }
}
