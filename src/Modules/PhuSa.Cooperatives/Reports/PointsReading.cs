using System.Globalization;
using System.Text.RegularExpressions;
using PhuSa.Cooperatives.Ratings;

namespace PhuSa.Cooperatives.Reports;

/// <summary>Points as people type them: 8 or 7,5. A dot is not read: 7.5 could be meant for 75.</summary>
internal static partial class PointsReading
{
    public const string Wrong = "“{0}” không đúng. Nhập điểm từ 0 đến 100, phần lẻ một chữ số sau dấu phẩy, ví dụ 7,5.";

    /// <returns>Null where it cannot be read.</returns>
    public static decimal? Read(string typed) =>
        Shape.IsMatch(typed) && decimal.Parse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) is var points && points <= RatingRule.MostPoints ? points : null;

    [GeneratedRegex("^[0-9]{1,3}(?:,[0-9])?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Shape { get; }
}
