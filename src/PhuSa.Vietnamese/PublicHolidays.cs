using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace PhuSa.Vietnamese;

/// <summary>
/// Paid public holidays (Labour Code 2019, article 112; until 2020 Labour Code 2012, article 115) and the days taken in
/// lieu of those on a Saturday or Sunday (article 111 clause 3). What the State announces beyond that, such as working
/// Saturdays for bridge days, comes as <see cref="WorkingDayExceptions"/>.
/// </summary>
public static class PublicHolidays
{
    private const int TetDays = 5;

    // Days of Tết before mùng 1, as announced for the year; one where nothing is known.
    private static readonly FrozenDictionary<int, int> AnnouncedDaysBeforeTet = new Dictionary<int, int>
    {
        [2019] = 1,
        [2020] = 2,
        [2021] = 2,
        [2022] = 1,
        [2023] = 2,
        [2024] = 2,
        [2025] = 2,
        [2026] = 1,
    }.ToFrozenDictionary();

    // The second day of the National Day exists since the Labour Code 2019 took effect.
    private const int SecondNationalDaySince = 2021;

    private static readonly ConcurrentDictionary<int, FrozenSet<DateOnly>> Years = new();

    /// <summary>All days off of the year besides weekends, days in lieu included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The lunar calendar does not reach the year.</exception>
    public static IReadOnlySet<DateOnly> Of(int year) => Years.GetOrAdd(year, y => WithDaysInLieu(Statutory(y)));

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static SortedSet<DateOnly> Statutory(int year)
    {
        var nationalDay = new DateOnly(year, 9, 2);
        var days = new SortedSet<DateOnly>
        {
            new(year, 1, 1),
            VietnameseCalendar.ToSolar(new LunarDate(year, 3, 10)),
            new(year, 4, 30),
            new(year, 5, 1),
            nationalDay,
        };

        if (year >= SecondNationalDaySince)
        {
            days.Add(SecondNationalDay(nationalDay));
        }

        var tet = VietnameseCalendar.NewYear(year).AddDays(-AnnouncedDaysBeforeTet.GetValueOrDefault(year, 1));
        days.UnionWith(Enumerable.Range(0, TetDays).Select(tet.AddDays));
        return days;
    }

    // The day before or after, whichever makes the longer rest together with the weekend.
    private static DateOnly SecondNationalDay(DateOnly nationalDay) =>
        nationalDay.DayOfWeek is DayOfWeek.Thursday or DayOfWeek.Sunday or DayOfWeek.Monday
            ? nationalDay.AddDays(1)
            : nationalDay.AddDays(-1);

    private static FrozenSet<DateOnly> WithDaysInLieu(SortedSet<DateOnly> holidays)
    {
        var days = holidays.ToHashSet();
        foreach (var holiday in holidays.Where(IsWeekend))
        {
            var inLieu = holiday.AddDays(1);
            while (IsWeekend(inLieu) || days.Contains(inLieu))
            {
                inLieu = inLieu.AddDays(1);
            }

            days.Add(inLieu);
        }

        return days.ToFrozenSet();
    }
}
