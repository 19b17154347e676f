namespace PhuSa.Vietnamese;

/// <summary>What an officer enters from the announcements of a year, over and above the statutory calendar.</summary>
public sealed class WorkingDayExceptions
{
    /// <exception cref="ArgumentException">A day is named both ways.</exception>
    public WorkingDayExceptions(IEnumerable<DateOnly> daysOff, IEnumerable<DateOnly> workingDays)
    {
        DaysOff = daysOff.ToHashSet();
        WorkingDays = workingDays.ToHashSet();
        if (DaysOff.Overlaps(WorkingDays))
        {
            throw new ArgumentException("A day cannot be off and worked at once.", nameof(workingDays));
        }
    }

    public static WorkingDayExceptions None { get; } = new([], []);

    /// <summary>Days off that would be worked, such as a bridge day.</summary>
    public IReadOnlySet<DateOnly> DaysOff { get; }

    /// <summary>Days worked that would be off: a Saturday made up for a bridge day, a holiday moved elsewhere.</summary>
    public IReadOnlySet<DateOnly> WorkingDays { get; }
}

/// <summary>
/// Working days of a public office in Việt Nam: Monday to Friday without <see cref="PublicHolidays"/>, corrected by the
/// exceptions. Days are calendar days of Việt Nam, within the years of <see cref="VietnameseCalendar"/>.
/// </summary>
public static class WorkingDays
{
    /// <exception cref="ArgumentOutOfRangeException">The calendar does not reach the day.</exception>
    public static bool IsWorkingDay(DateOnly day, WorkingDayExceptions? exceptions = null)
    {
        var known = exceptions ?? WorkingDayExceptions.None;
        if (known.WorkingDays.Contains(day))
        {
            return true;
        }

        return !PublicHolidays.IsWeekend(day) && !known.DaysOff.Contains(day) && !PublicHolidays.Of(day.Year).Contains(day);
    }

    /// <summary>
    /// The working day that is <paramref name="days"/> working days after <paramref name="from"/>, which itself is not
    /// counted (a term of 5 days received on Monday ends on the next Monday); before it when negative; the day itself when 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The calendar does not reach the result.</exception>
    public static DateOnly Add(DateOnly from, int days, WorkingDayExceptions? exceptions = null)
    {
        var step = Math.Sign(days);
        var day = from;
        for (var left = Math.Abs((long)days); left > 0; left--)
        {
            do
            {
                day = day.AddDays(step);
            }
            while (!IsWorkingDay(day, exceptions));
        }

        return day;
    }

    /// <summary>
    /// How many working days lie after <paramref name="from"/>, up to and with <paramref name="to"/>: the number that
    /// <see cref="Add"/> takes from a day to a working day. Negative when <paramref name="to"/> is the earlier day.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The calendar does not reach one of the days.</exception>
    public static int Between(DateOnly from, DateOnly to, WorkingDayExceptions? exceptions = null)
    {
        var step = Math.Sign(to.CompareTo(from));
        var count = 0;
        for (var day = from; day != to;)
        {
            day = day.AddDays(step);
            count += IsWorkingDay(day, exceptions) ? step : 0;
        }

        return count;
    }
}
