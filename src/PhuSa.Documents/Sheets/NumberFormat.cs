using System.Globalization;
using System.Text.RegularExpressions;

namespace PhuSa.Documents.Sheets;

/// <summary>What a number format makes of a number, as far as a reader of rows has to know: a day, a time, a code with leading zeros, or a plain number.</summary>
internal readonly partial record struct NumberFormat(bool Days, bool Hours, int Digits)
{
    // 1900 had no 29 February, but serial 60 of the 1900 calendar is that day.
    private const int FalseLeapDay = 60;
    private const int Days1904 = 1462;
    private const double FirstOutside = 2_958_466;

    public static NumberFormat Plain => default;

    /// <summary>Formats that a file names by number only; 27–36 and 50–58 are days in the eastern versions of Excel.</summary>
    public static NumberFormat BuiltIn(int id) => id switch
    {
        >= 14 and <= 17 or >= 27 and <= 36 or >= 50 and <= 58 => new(Days: true, Hours: false, Digits: 0),
        >= 18 and <= 21 or >= 45 and <= 47 => new(Days: false, Hours: true, Digits: 0),
        22 => new(Days: true, Hours: true, Digits: 0),
        _ => Plain,
    };

    public static NumberFormat FromCode(string code)
    {
        var first = Literals().Replace(code, "").Split(';')[0];
        if (first.Length > 0 && first.All(character => character == '0'))
        {
            return Plain with { Digits = first.Length };
        }

        if (first.Contains("General", StringComparison.OrdinalIgnoreCase))
        {
            return Plain;
        }

        var hours = first.AsSpan().IndexOfAny("hHsS") >= 0;

        // "m" is a month unless hours or seconds stand beside it.
        var days = first.AsSpan().IndexOfAny("yYdD") >= 0 || (!hours && first.AsSpan().IndexOfAny("mM") >= 0);
        return new NumberFormat(days, hours, Digits: 0);
    }

    /// <summary>The cell's text: days as yyyy-MM-dd, numbers with a point and without exponent or the noise of binary fractions.</summary>
    public string Text(string raw, bool from1904)
    {
        if (Digits == 0 && !Days && !Hours && IsDigits(raw))
        {
            return raw;
        }

        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return raw;
        }

        if ((Days || Hours) && number >= 0 && number < FirstOutside)
        {
            return Moment(number, from1904);
        }

        var text = Number(number);
        return Digits > 0 && IsDigits(text) ? text.PadLeft(Digits, '0') : text;
    }

    private static string Number(double number)
    {
        // Excel itself keeps fifteen digits; what follows them is noise.
        var text = number.ToString("G15", CultureInfo.InvariantCulture);
        if (!text.Contains('E', StringComparison.Ordinal))
        {
            return text;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.ToString("0.############################", CultureInfo.InvariantCulture)
            : text;
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private string Moment(double serial, bool from1904)
    {
        if (from1904)
        {
            serial += Days1904;
        }
        else if (Days && serial < FalseLeapDay)
        {
            serial++;
        }

        if (serial >= FirstOutside)
        {
            return Number(serial);
        }

        // Rounded to the second: 0.1 day is not a whole number of ticks.
        var moment = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(Math.Round(serial * 86400));
        var time = moment.Second == 0 ? "HH:mm" : "HH:mm:ss";
        if (!Days)
        {
            // Past one day it is a duration, which no column of ours holds: keep the number.
            return serial < 1 ? moment.ToString(time, CultureInfo.InvariantCulture) : Number(serial);
        }

        return moment.ToString(Hours && moment.TimeOfDay != TimeSpan.Zero ? "yyyy-MM-dd " + time : "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    // Quoted text, escaped characters, fill and pad characters, colours, locales and conditions in brackets; [h] [m] [s] stay.
    [GeneratedRegex("""
        "[^"]*"|[\\_*].|\[(?![hms]+\])[^\]]*\]
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literals();
}
