using System.Globalization;
using CsCheck;
using PhuSa.Vietnamese;

namespace PhuSa.Tests.Vietnamese;

public class WorkingDaysTests
{
    [Theory]
    [InlineData(2019, "01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-30 05-01 09-02")]
    [InlineData(2020, "01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02")]
    [InlineData(2021, "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03")]
    [InlineData(2022, "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02")]
    [InlineData(2023, "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04")]
    [InlineData(2024, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-30 05-01 09-02 09-03")]
    [InlineData(2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 09-01 09-02")]
    [InlineData(2026, "01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 09-01 09-02")]
    public void Point_9_offices_are_closed_on_the_weekdays_that_were_announced(int year, string expected)
    {
        var closed = PublicHolidays.Of(year)
            .Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .Order()
            .Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture));

        Assert.Equal(expected, string.Join(' ', closed));
    }

    [Fact]
    public void Point_9_Tet_of_a_year_to_come_is_its_eve_and_four_days()
    {
        var tet = new DateOnly(2028, 1, 26);

        Assert.All(Enumerable.Range(-1, 5), i => Assert.Contains(tet.AddDays(i), PublicHolidays.Of(2028)));
        Assert.True(WorkingDays.IsWorkingDay(tet.AddDays(-2)));
    }

    [Fact]
    public void Point_9_a_term_runs_over_weekend_and_Tet()
    {
        var received = new DateOnly(2020, 1, 21);

        Assert.Equal(new DateOnly(2020, 1, 30), WorkingDays.Add(received, 2));
        Assert.Equal(new DateOnly(2020, 2, 4), WorkingDays.Add(received, 5));
        Assert.Equal(5, WorkingDays.Between(received, new DateOnly(2020, 2, 4)));
        Assert.Equal(received, WorkingDays.Add(new DateOnly(2020, 2, 4), -5));
    }

    [Fact]
    public void Point_9_announced_changes_move_the_term()
    {
        // The bridge day of 29 April 2019 was made up for on Saturday 4 May.
        var (bridge, saturday) = (new DateOnly(2019, 4, 29), new DateOnly(2019, 5, 4));
        var announced = new WorkingDayExceptions([bridge], [saturday]);

        Assert.True(WorkingDays.IsWorkingDay(bridge));
        Assert.False(WorkingDays.IsWorkingDay(bridge, announced));
        Assert.False(WorkingDays.IsWorkingDay(saturday));
        Assert.True(WorkingDays.IsWorkingDay(saturday, announced));
        Assert.Equal(saturday, WorkingDays.Add(new DateOnly(2019, 4, 26), 3, announced));
    }

    [Fact]
    public void A_holiday_can_be_worked() =>
        Assert.True(WorkingDays.IsWorkingDay(new DateOnly(2026, 9, 1), new WorkingDayExceptions([], [new DateOnly(2026, 9, 1)])));

    [Fact]
    public void A_day_cannot_be_entered_both_ways() =>
        Assert.Throws<ArgumentException>(() => new WorkingDayExceptions([new DateOnly(2026, 9, 1)], [new DateOnly(2026, 9, 1)]));

    [Fact]
    public void Adding_ends_on_a_working_day_and_is_undone_by_counting() =>
        Gen.Select(Day, Gen.Int[-80, 80], Exceptions).Sample((from, days, exceptions) =>
        {
            var to = WorkingDays.Add(from, days, exceptions);

            Assert.Equal(days, WorkingDays.Between(from, to, exceptions));
            Assert.True(days == 0 || WorkingDays.IsWorkingDay(to, exceptions));
        });

    [Fact]
    public void From_a_working_day_forth_and_back_is_nowhere() =>
        Gen.Select(Day, Gen.Int[-80, 80], Exceptions).Where((from, _, exceptions) => WorkingDays.IsWorkingDay(from, exceptions))
            .Sample((from, days, exceptions) =>
                Assert.Equal(from, WorkingDays.Add(WorkingDays.Add(from, days, exceptions), -days, exceptions)));

    [Fact]
    public void Adding_in_two_steps_is_adding_once() =>
        Gen.Select(Day, Gen.Int[0, 40], Gen.Int[0, 40]).Sample((from, one, other) =>
            Assert.Equal(WorkingDays.Add(from, one + other), WorkingDays.Add(WorkingDays.Add(from, one), other)));

    [Fact]
    public void Every_year_has_eleven_weekdays_off_unless_two_holidays_meet() =>
        Gen.Int[2021, 2198].Sample(year =>
        {
            var hungKings = VietnameseCalendar.ToSolar(new LunarDate(year, 3, 10));
            var meets = (hungKings.Month, hungKings.Day) is (4, 30) or (5, 1);
            var weekdaysOff = PublicHolidays.Of(year).Count(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

            Assert.Equal(meets ? 10 : 11, weekdaysOff);
        });

    private static readonly Gen<DateOnly> Day =
        Gen.Int[new DateOnly(2010, 1, 1).DayNumber, new DateOnly(2040, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<WorkingDayExceptions> Exceptions =
        Gen.Select(Day.Array[0, 20], Day.Array[0, 20], (off, worked) => new WorkingDayExceptions(off.Except(worked), worked));
}
