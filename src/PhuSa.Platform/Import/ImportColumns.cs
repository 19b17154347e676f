using System.Globalization;
using System.Text.RegularExpressions;
using PhuSa.Platform.Rules;
using PhuSa.Vietnamese;

namespace PhuSa.Platform.Import;

/// <summary>The kinds of columns. Each says what it accepts and reads its cells.</summary>
public static partial class ImportColumns
{
    public const int CodeMaxLength = 80;

    /// <summary>A key that other tables refer to: small letters, digits, dots, hyphens.</summary>
    public static Column<string> Code(string name, string meaning, string example) => new()
    {
        Name = name,
        Meaning = meaning,
        Example = example,
        Required = true,
        Accepts = $"mã gồm chữ thường không dấu, chữ số, dấu chấm, gạch nối, tối đa {CodeMaxLength} ký tự",
        Reader = (string cell, ImportKeys _, out string value, out string? problem) =>
        {
            problem = null;
            value = cell;
            return cell.Length <= CodeMaxLength && CodeShape.IsMatch(cell);
        },
    };

    /// <summary>Text kept letter for letter (composed to NFC), at most <paramref name="max"/> characters.</summary>
    public static Column<string> Text(string name, string meaning, string example, int max, bool required = false) => new()
    {
        Name = name,
        Meaning = meaning,
        Example = example,
        Required = required,
        Accepts = $"chữ, tối đa {max.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"))} ký tự",
        Reader = (string cell, ImportKeys _, out string value, out string? problem) =>
        {
            value = cell;
            problem = ControlCharacter.IsMatch(cell) ? "có ký tự hỏng hoặc ký tự điều khiển không nhìn thấy" : null;
            return problem is null && cell.Length <= max;
        },
    };

    public static Column<DateOnly?> Date(string name, string meaning, string example, bool required = false) => new()
    {
        Name = name,
        Meaning = meaning,
        Example = example,
        Required = required,
        Accepts = "ngày dạng yyyy-MM-dd hoặc dd/MM/yyyy",
        Reader = (string cell, ImportKeys _, out DateOnly? value, out string? problem) =>
        {
            var known = TryDay(cell, out var day);
            value = known ? day : null;
            problem = known || !DayShape.IsMatch(cell) ? null : "không có ngày này trên lịch";
            return known;
        },
    };

    /// <summary>A record's own time as exactly as it is known; an empty cell is an unknown time.</summary>
    public static Column<RecordTime> Time(string name, string meaning, string example) => new()
    {
        Name = name,
        Meaning = meaning,
        Example = example,
        Accepts = "ngày (2020-07-09 hoặc 09/07/2020), tháng (2020-07 hoặc 07/2020), năm (2020), giai đoạn (2019-2020 hoặc 2019-01-01..2020-07-09), hoặc để trống",
        Reader = (string cell, ImportKeys _, out RecordTime value, out string? problem) =>
        {
            problem = DayShape.IsMatch(cell) && !TryDay(cell, out var _) ? "không có ngày này trên lịch" : null;
            return TryTime(cell, out value);
        },
    };

    /// <summary>Whole đồng: 2500000 or 2.500.000, never negative.</summary>
    public static Column<long?> Money(string name, string meaning, string example, bool required = false) => new()
    {
        Name = name,
        Meaning = meaning,
        Example = example,
        Required = required,
        Accepts = "số tiền tròn đồng, không âm, dạng 2500000 hoặc 2.500.000",
        Reader = (string cell, ImportKeys _, out long? value, out string? problem) =>
        {
            var read = Dong.TryParse(cell, out var amount);
            value = read ? amount : null;
            problem = null;
            return read && amount >= 0;
        },
    };

    /// <summary>A whole number from 0.</summary>
    public static Column<int?> Number(string name, string meaning, string example, int max = 1_000_000_000, bool required = false) => new()
    {
        Name = name,
        Meaning = meaning,
        Example = example,
        Required = required,
        Accepts = $"số nguyên từ 0 đến {max.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"))}",
        Reader = (string cell, ImportKeys _, out int? value, out string? problem) =>
        {
            var read = int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= max;
            value = read ? number : null;
            problem = null;
            return read;
        },
    };

    /// <summary>A number from 0 with at most two digits behind a comma or a point, such as a score.</summary>
    public static Column<decimal?> Points(string name, string meaning, string example, int max) => new()
    {
        Name = name,
        Meaning = meaning,
        Example = example,
        Accepts = $"số từ 0 đến {max.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"))}, tối đa hai chữ số lẻ sau dấu phẩy hoặc dấu chấm",
        Reader = (string cell, ImportKeys _, out decimal? value, out string? problem) =>
        {
            problem = null;
            var read = PointsShape.IsMatch(cell) && decimal.TryParse(cell.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) && points <= max
                ? points
                : (decimal?)null;
            value = read;
            return read is not null;
        },
    };

    /// <summary>“có” or “không”; an empty cell is no.</summary>
    public static Column<bool> Flag(string name, string meaning, string example) => new()
    {
        Name = name,
        Meaning = meaning,
        Example = example,
        Accepts = "có, không, hoặc để trống (không)",
        Reader = (string cell, ImportKeys _, out bool value, out string? problem) =>
        {
            problem = null;
            var folded = SearchText.Fold(cell);
            value = folded is "co" or "yes" or "1";
            return value || folded is "khong" or "no" or "0";
        },
    };

    /// <summary>One of an enum's values, written as the given words.</summary>
    public static Column<T?> Choice<T>(string name, string meaning, string example, IReadOnlyDictionary<string, T> words, bool required = false)
        where T : struct, Enum => new()
        {
            Name = name,
            Meaning = meaning,
            Example = example,
            Required = required,
            Accepts = $"một trong các từ: {string.Join(", ", words.Keys)}",
            Reader = (string cell, ImportKeys _, out T? value, out string? problem) =>
            {
                problem = null;
                var known = words.TryGetValue(cell, out var choice);
                value = known ? choice : null;
                return known;
            },
        };

    /// <summary>The key of a record of another table, in the same folder or already in the database.</summary>
    public static Column<Guid?> Reference(string name, string meaning, string example, string table, bool required = false) => new()
    {
        Name = name,
        Meaning = meaning,
        Example = example,
        Required = required,
        Table = table,
        Accepts = $"mã có trong bảng {table} (cùng thư mục hoặc đã nhập trước đó)",
        Reader = (string cell, ImportKeys keys, out Guid? value, out string? problem) =>
        {
            problem = null;
            value = keys.Find(table, cell);
            return value is not null;
        },
    };

    /// <summary>The key of a record of another table, kept as the key: a module that may not know the record's id still refuses a wrong one.</summary>
    public static Column<string> KeyIn(string table, string name, string meaning, string example) => new()
    {
        Name = name,
        Meaning = meaning,
        Example = example,
        Table = table,
        Accepts = $"mã có trong bảng {table} (cùng thư mục hoặc đã nhập trước đó)",
        Reader = (string cell, ImportKeys keys, out string value, out string? problem) =>
        {
            problem = null;
            value = cell;
            return keys.Find(table, cell) is not null;
        },
    };

    internal static bool TryDay(string cell, out DateOnly day) =>
        DateOnly.TryParseExact(cell, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year >= 1900;

    /// <summary>A day, a month, a year or a stage, as desks and files write them: 2020-07-09, 09/07/2020, 07/2020, 2020, 2019-2020.</summary>
    public static bool TryTime(string cell, out RecordTime time)
    {
        ArgumentNullException.ThrowIfNull(cell);
        time = RecordTime.Unknown;
        if (TryDay(cell, out var day))
        {
            time = RecordTime.Day(day);
        }
        else if (DateOnly.TryParseExact(cell, ["yyyy-MM", "MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            time = RecordTime.Month(month.Year, month.Month);
        }
        else if (YearShape.Match(cell) is { Success: true } year)
        {
            time = RecordTime.Year(int.Parse(year.Value, CultureInfo.InvariantCulture));
        }
        else if (YearsShape.Match(cell) is { Success: true } years)
        {
            var (first, last) = (int.Parse(years.Groups["first"].Value, CultureInfo.InvariantCulture), int.Parse(years.Groups["last"].Value, CultureInfo.InvariantCulture));
            time = last < first ? RecordTime.Unknown : RecordTime.Stage(new DateOnly(first, 1, 1), new DateOnly(last, 12, 31));
        }
        else if (cell.Split("..") is [var from, var to] && TryDay(from, out var start) && TryDay(to, out var end) && end >= start)
        {
            time = RecordTime.Stage(start, end);
        }

        return time.IsKnown;
    }

    [GeneratedRegex("^[a-z0-9]+(?:[.@-][a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex CodeShape { get; }

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F\uE000-\uF8FF\uFFFD-\uFFFF]", RegexOptions.NonBacktracking)]
    private static partial Regex ControlCharacter { get; }

    [GeneratedRegex(@"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})$", RegexOptions.NonBacktracking)]
    private static partial Regex DayShape { get; }

    [GeneratedRegex("^[0-9]{1,9}(?:[.,][0-9]{1,2})?$", RegexOptions.NonBacktracking)]
    private static partial Regex PointsShape { get; }

    [GeneratedRegex("^(?:19|20|21)[0-9]{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex YearShape { get; }

    [GeneratedRegex("^(?<first>(?:19|20|21)[0-9]{2})[-–](?<last>(?:19|20|21)[0-9]{2})$", RegexOptions.NonBacktracking)]
    private static partial Regex YearsShape { get; }
}
