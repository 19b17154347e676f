using System.Globalization;

namespace PhuSa.Programmes.Printing;

/// <summary>How a figure is written in a Vietnamese report.</summary>
internal static class FigureWords
{
    public const string NoData = "chưa có dữ liệu";
    private const string Money = "đồng";
    private const string Percent = "%";

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>“06”, “90”, “2.500.000”: two digits below 10 as reports write counts; money and rates are not padded.</summary>
    public static string Number(long value, string unit) =>
        value is > 0 and < 10 && unit is not (Money or Percent) ? value.ToString("00", Vietnamese) : Plain(value);

    /// <summary>“7”, “2.500.000”.</summary>
    public static string Plain(long value) => value.ToString("N0", Vietnamese);

    /// <summary>As printed: “khoảng 50”, “chưa có dữ liệu”.</summary>
    public static string Number(long? value, string unit, bool approximate) => value switch
    {
        null => NoData,
        { } known when approximate => $"khoảng {Number(known, unit)}",
        { } known => Number(known, unit),
    };

    /// <summary>Number and unit as they stand in a sentence.</summary>
    public static string WithUnit(long? value, string unit, bool approximate = false) =>
        value is null || unit.Length == 0 ? Number(value, unit, approximate) : $"{Number(value, unit, approximate)} {unit}";

    /// <summary>As it is compared: “7”, or “chưa có dữ liệu”.</summary>
    public static string Compared(long? value) => value is { } known ? Plain(known) : NoData;
}
