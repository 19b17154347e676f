namespace PhuSa.Vietnamese;

/// <summary>
/// New moons and the sun's longitude to the minute or so that calendar days need, after the series of Jean Meeus,
/// "Astronomical Algorithms", in the shortened form Hồ Ngọc Đức chose for the Vietnamese calendar. Days are the civil
/// days of UTC+7, counted like <see cref="DateOnly.DayNumber"/>.
/// </summary>
internal static class Astronomy
{
    private const double ZoneInDays = 7.0 / 24;
    private const double SynodicMonth = 29.53058868;

    // Julian day of DayNumber 0 at noon, and of the first new moon of 1900 from which moons are numbered.
    private const int JulianDayOfDayZero = 1721426;
    private const double JulianDayOfMoonZero = 2415020.75933;

    /// <summary>The last new moon that falls on the day or before it.</summary>
    public static int LastNewMoonUpTo(int dayNumber)
    {
        var moon = (int)Math.Floor((dayNumber + JulianDayOfDayZero - JulianDayOfMoonZero) / SynodicMonth) + 1;
        while (NewMoonDay(moon) > dayNumber)
        {
            moon--;
        }

        return moon;
    }

    public static int NewMoonDay(int moon)
    {
        var t = moon / 1236.85; // Julian centuries since 1900
        var t2 = t * t;
        var t3 = t2 * t;
        var mean = JulianDayOfMoonZero + (SynodicMonth * moon) + (0.0001178 * t2) - (0.000000155 * t3)
            + (0.00033 * Sin(166.56 + (132.87 * t) - (0.009173 * t2)));
        var sun = 359.2242 + (29.10535608 * moon) - (0.0000333 * t2) - (0.00000347 * t3);
        var anomaly = 306.0253 + (385.81691806 * moon) + (0.0107306 * t2) + (0.00001236 * t3);
        var latitude = 21.2964 + (390.67050646 * moon) - (0.0016528 * t2) - (0.00000239 * t3);
        var correction = ((0.1734 - (0.000393 * t)) * Sin(sun)) + (0.0021 * Sin(2 * sun))
            - (0.4068 * Sin(anomaly)) + (0.0161 * Sin(2 * anomaly)) - (0.0004 * Sin(3 * anomaly))
            + (0.0104 * Sin(2 * latitude)) - (0.0051 * Sin(sun + anomaly)) - (0.0074 * Sin(sun - anomaly))
            + (0.0004 * Sin((2 * latitude) + sun)) - (0.0004 * Sin((2 * latitude) - sun))
            - (0.0006 * Sin((2 * latitude) + anomaly)) + (0.0010 * Sin((2 * latitude) - anomaly))
            + (0.0005 * Sin((2 * anomaly) + sun));

        // Dynamical time runs ahead of the earth's rotation.
        var ahead = -0.000278 + (0.000265 * t) + (0.000262 * t2);
        return (int)Math.Floor(mean + correction - ahead + 0.5 + ZoneInDays) - JulianDayOfDayZero;
    }

    /// <summary>Which twelfth of its way (0 from the spring equinox on) the sun is in when the day begins.</summary>
    public static int SunSector(int dayNumber)
    {
        var t = (dayNumber + JulianDayOfDayZero - 0.5 - ZoneInDays - 2451545.0) / 36525; // Julian centuries since 2000
        var t2 = t * t;
        var anomaly = 357.52910 + (35999.05030 * t) - (0.0001559 * t2) - (0.00000048 * t * t2);
        var longitude = 280.46645 + (36000.76983 * t) + (0.0003032 * t2)
            + ((1.914600 - (0.004817 * t) - (0.000014 * t2)) * Sin(anomaly))
            + ((0.019993 - (0.000101 * t)) * Sin(2 * anomaly))
            + (0.000290 * Sin(3 * anomaly));

        return (int)Math.Floor((longitude - (360 * Math.Floor(longitude / 360))) / 30);
    }

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);
}
