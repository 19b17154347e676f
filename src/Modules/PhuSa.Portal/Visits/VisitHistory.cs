using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform;
using PhuSa.Platform.Data;

namespace PhuSa.Portal.Visits;

/// <summary>One whole day.</summary>
internal sealed record DayNumbers(DateOnly Day, long Visits, long Views);

/// <summary>The whole days of one month.</summary>
/// <param name="IsWhole">The month is over and was counted from its first day.</param>
internal sealed record MonthNumbers(DateOnly First, long Visits, long Views, bool IsWhole)
{
    public string Written => First.ToString("MM/yyyy", CultureInfo.InvariantCulture);
}

/// <summary>The days of a site that are over, the newest first. Today is not among them: it still moves.</summary>
internal sealed class VisitHistory
{
    private VisitHistory(DateOnly today, IReadOnlyList<DayNumbers> days) => (Today, Days) = (today, days);

    public DateOnly Today { get; }

    public IReadOnlyList<DayNumbers> Days { get; }

    public long Yesterday => Days is [var newest, ..] && newest.Day == Today.AddDays(-1) ? newest.Visits : 0;

    /// <summary>From Monday to yesterday.</summary>
    public long WeekBefore => Since(Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7)));

    /// <summary>From the first of the month to yesterday.</summary>
    public long MonthBefore => Since(new DateOnly(Today.Year, Today.Month, 1));

    public IReadOnlyList<MonthNumbers> Months => [.. Days
        .GroupBy(day => new DateOnly(day.Day.Year, day.Day.Month, 1))
        .Select(month => new MonthNumbers(month.Key, month.Sum(day => day.Visits), month.Sum(day => day.Views), month.Key.AddMonths(1) <= Today && Days[^1].Day <= month.Key))];

    public static async Task<VisitHistory> OfAsync(AppDbContext db, string site, TimeProvider clock, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        return new VisitHistory(today, await db.Set<VisitDayRow>().AsNoTracking()
            .Where(d => d.Site == site && d.Day < today)
            .OrderByDescending(d => d.Day)
            .Select(d => new DayNumbers(d.Day, d.Visits, d.Views))
            .ToListAsync(cancellationToken));
    }

    /// <summary>The last days one after another, the oldest first; a day on which nobody came is a day with nought.</summary>
    public IReadOnlyList<DayNumbers> Last(int days)
    {
        if (Days.Count == 0)
        {
            return [];
        }

        var known = Days.Take(days).ToDictionary(day => day.Day);
        var first = Today.AddDays(-days) > Days[^1].Day ? Today.AddDays(-days) : Days[^1].Day;
        return [.. Enumerable.Range(0, Today.DayNumber - first.DayNumber).Select(i => first.AddDays(i)).Select(day => known.GetValueOrDefault(day) ?? new DayNumbers(day, 0, 0))];
    }

    private long Since(DateOnly first) => Days.TakeWhile(day => day.Day >= first).Sum(day => day.Visits);
}
