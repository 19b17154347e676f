using System.Globalization;
using CsCheck;
using PhuSa.Vietnamese;

namespace PhuSa.Tests.Vietnamese;

public class VietnameseCalendarTests
{
    [Theory]
    [InlineData("1968-01-29")] // Mậu Thân; a day earlier than with UTC+8
    [InlineData("1985-01-21")] // a month before China, where the leap month came first
    [InlineData("2000-02-05")]
    [InlineData("2001-01-24")]
    [InlineData("2002-02-12")]
    [InlineData("2003-02-01")]
    [InlineData("2004-01-22")]
    [InlineData("2005-02-09")]
    [InlineData("2006-01-29")]
    [InlineData("2007-02-17")] // a day before China
    [InlineData("2008-02-07")]
    [InlineData("2009-01-26")]
    [InlineData("2010-02-14")]
    [InlineData("2011-02-03")]
    [InlineData("2012-01-23")]
    [InlineData("2013-02-10")]
    [InlineData("2014-01-31")]
    [InlineData("2015-02-19")]
    [InlineData("2016-02-08")]
    [InlineData("2017-01-28")]
    [InlineData("2018-02-16")]
    [InlineData("2019-02-05")]
    [InlineData("2020-01-25")]
    [InlineData("2021-02-12")]
    [InlineData("2022-02-01")]
    [InlineData("2023-01-22")]
    [InlineData("2024-02-10")]
    [InlineData("2025-01-29")]
    [InlineData("2026-02-17")]
    [InlineData("2027-02-06")]
    [InlineData("2028-01-26")]
    [InlineData("2029-02-13")]
    [InlineData("2030-02-02")] // a day before China
    public void Point_9_Tet_falls_on_its_known_date(string date)
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.Equal(day, VietnameseCalendar.NewYear(day.Year));
        Assert.Equal(new LunarDate(day.Year, 1, 1), VietnameseCalendar.ToLunar(day));
    }

    [Theory]
    [InlineData(1985, 2)]
    [InlineData(2004, 2)]
    [InlineData(2006, 7)]
    [InlineData(2009, 5)]
    [InlineData(2012, 4)]
    [InlineData(2014, 9)]
    [InlineData(2017, 6)]
    [InlineData(2020, 4)]
    [InlineData(2023, 2)]
    [InlineData(2025, 6)]
    [InlineData(2028, 5)]
    [InlineData(2033, 11)]
    [InlineData(2019, 0)]
    [InlineData(2024, 0)]
    public void A_leap_month_stands_where_the_printed_calendars_have_it(int year, int leapMonth)
    {
        var days = VietnameseCalendar.NewYear(year + 1).DayNumber - VietnameseCalendar.NewYear(year).DayNumber;
        var leap = Enumerable.Range(0, days)
            .Select(i => VietnameseCalendar.ToLunar(VietnameseCalendar.NewYear(year).AddDays(i)))
            .Where(date => date.IsLeapMonth)
            .Select(date => date.Month)
            .Distinct();

        Assert.Equal(leapMonth == 0 ? [] : [leapMonth], leap);
    }

    [Theory]
    [InlineData(2019, 4, 14)]
    [InlineData(2020, 4, 2)]
    [InlineData(2021, 4, 21)]
    [InlineData(2022, 4, 10)]
    [InlineData(2023, 4, 29)]
    [InlineData(2024, 4, 18)]
    [InlineData(2025, 4, 7)]
    [InlineData(2026, 4, 26)]
    public void Point_9_the_day_of_the_Hung_kings_is_the_tenth_of_the_third_month(int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), VietnameseCalendar.ToSolar(new LunarDate(year, 3, 10)));

    [Fact]
    public void Every_day_has_one_lunar_date_and_comes_back_from_it() =>
        Gen.Int[new DateOnly(1900, 2, 1).DayNumber, new DateOnly(2199, 12, 30).DayNumber].Select(DateOnly.FromDayNumber).Sample(day =>
        {
            var today = VietnameseCalendar.ToLunar(day);
            var tomorrow = VietnameseCalendar.ToLunar(day.AddDays(1));

            Assert.Equal(day, VietnameseCalendar.ToSolar(today));
            Assert.True(tomorrow.Day == today.Day + 1 || (tomorrow.Day == 1 && today.Day is 29 or 30));
        });

    [Fact]
    public void A_day_the_year_does_not_have_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => VietnameseCalendar.ToSolar(new LunarDate(2019, 12, 31)));
        Assert.Throws<ArgumentOutOfRangeException>(() => VietnameseCalendar.ToSolar(new LunarDate(2019, 4, 1, IsLeapMonth: true)));
        Assert.Throws<ArgumentOutOfRangeException>(() => VietnameseCalendar.NewYear(1899));
        Assert.Throws<ArgumentOutOfRangeException>(() => VietnameseCalendar.ToLunar(new DateOnly(2200, 1, 1)));
    }
}
