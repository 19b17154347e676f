namespace PhuSa.Vietnamese;

/// <summary>A day of the lunisolar calendar. A leap month bears the number of the month before it.</summary>
/// <param name="Year">The year Tết of which begins it, e.g. 2020 for Canh Tý.</param>
/// <param name="Month">1 to 12; 12 is Chạp.</param>
/// <param name="Day">1 to 30.</param>
/// <param name="IsLeapMonth">The second month of that number in the year.</param>
public readonly record struct LunarDate(int Year, int Month, int Day, bool IsLeapMonth = false);

/// <summary>
/// The Vietnamese lunisolar calendar, reckoned from new moons and the sun's longitude for the meridian of Hà Nội (UTC+7):
/// month 11 holds the winter solstice; of thirteen months between two such, the first without a principal term is the
/// leap month. Years 1900 to 2199; before 1968 the printed calendars of the time may differ by a day, as they used UTC+8.
/// </summary>
public static class VietnameseCalendar
{
    public const int FirstYear = 1900;
    public const int LastYear = 2199;

    /// <summary>The first day of the first month: mùng 1 Tết.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside <see cref="FirstYear"/> to <see cref="LastYear"/>.</exception>
    public static DateOnly NewYear(int year) => ToSolar(new LunarDate(year, 1, 1));

    /// <exception cref="ArgumentOutOfRangeException">The year is outside <see cref="FirstYear"/> to <see cref="LastYear"/>.</exception>
    public static LunarDate ToLunar(DateOnly date)
    {
        CheckYear(date.Year);
        var month = MonthsEndingIn(date.Year).Concat(MonthsEndingIn(date.Year + 1)).Last(m => m.Start <= date.DayNumber);
        return new LunarDate(month.Year, month.Number, date.DayNumber - month.Start + 1, month.IsLeap);
    }

    /// <exception cref="ArgumentOutOfRangeException">The year is outside the range, or it has no such month or day.</exception>
    public static DateOnly ToSolar(LunarDate date)
    {
        CheckYear(date.Year);
        var months = MonthsEndingIn(date.Year).Concat(MonthsEndingIn(date.Year + 1)).ToList();
        var index = months.FindIndex(m => m.Year == date.Year && m.Number == date.Month && m.IsLeap == date.IsLeapMonth);
        if (index < 0 || date.Day < 1 || date.Day > months[index + 1].Start - months[index].Start)
        {
            throw new ArgumentOutOfRangeException(nameof(date), date, "The lunar year has no such day.");
        }

        return DateOnly.FromDayNumber(months[index].Start + date.Day - 1);
    }

    private static void CheckYear(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
    }

    private readonly record struct Month(int Year, int Number, bool IsLeap, int Start);

    // Months from the eleventh that begins in the year before up to, without it, the eleventh of this year.
    private static List<Month> MonthsEndingIn(int year)
    {
        var first = NewMoonOfSolstice(year - 1);
        var count = NewMoonOfSolstice(year) - first;
        var months = new List<Month>(count);
        var number = 11;
        var leapSeen = count == 12;
        for (var i = 0; i < count; i++)
        {
            var start = Astronomy.NewMoonDay(first + i);
            var isLeap = !leapSeen && i > 0 && Astronomy.SunSector(start) == Astronomy.SunSector(Astronomy.NewMoonDay(first + i + 1));
            if (isLeap)
            {
                leapSeen = true;
            }
            else if (i > 0)
            {
                number = (number % 12) + 1;
            }

            months.Add(new Month(number >= 11 ? year - 1 : year, number, isLeap, start));
        }

        return months;
    }

    // The number of the new moon that begins month 11: the last one on or before the day of the winter solstice.
    private static int NewMoonOfSolstice(int year)
    {
        const int Capricorn = 9; // 270° to 300°
        var moon = Astronomy.LastNewMoonUpTo(new DateOnly(year, 12, 31).DayNumber);
        return Astronomy.SunSector(Astronomy.NewMoonDay(moon)) >= Capricorn ? moon - 1 : moon;
    }
}
