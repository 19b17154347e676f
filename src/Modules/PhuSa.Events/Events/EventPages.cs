using Microsoft.EntityFrameworkCore;
using PhuSa.Events.Attendance;
using PhuSa.Platform.Data;
using PhuSa.Platform.Journal;
using PhuSa.Platform.Web;

namespace PhuSa.Events.Events;

/// <summary>The events are at home on the Department's site, whoever held them.</summary>
internal sealed class EventPages(AppDbContext db) : ISitePages
{
    public string Theme => SiteThemes.Department;

    public async Task<IReadOnlyList<SitePage>> AllAsync(CancellationToken cancellationToken)
    {
        var parts = await db.Set<AttendanceCount>().Select(count => new { count.Id, count.EventId }).ToDictionaryAsync(count => count.Id, count => count.EventId, cancellationToken);
        var changed = await db.ChangedAsync([typeof(Event), typeof(AttendanceCount)], parts, cancellationToken);
        var events = await db.Set<Event>().AsFacts().ToListAsync(cancellationToken);
        return [new SitePage("/su-kien", Changed: null), .. events.Select(fact => new SitePage(fact.Url, changed.GetValueOrDefault(fact.Id)))];
    }
}
