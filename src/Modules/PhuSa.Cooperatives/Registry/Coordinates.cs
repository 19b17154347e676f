using System.Globalization;
using System.Text.RegularExpressions;

namespace PhuSa.Cooperatives.Registry;

/// <summary>A point on the map in degrees north and east, WGS 84.</summary>
internal readonly partial record struct Coordinates(decimal Latitude, decimal Longitude)
{
    public const decimal South = 6;
    public const decimal North = 24;
    public const decimal West = 102;
    public const decimal East = 118;

    /// <summary>What is said of a point elsewhere: a key of the module's English table.</summary>
    public const string Outside = "Vị trí nằm ngoài Việt Nam. Vĩ độ từ 6 đến 24, kinh độ từ 102 đến 118.";

    /// <summary>A tenth of a metre.</summary>
    private const int Decimals = 6;

    public bool IsInVietnam => Latitude is >= South and <= North && Longitude is >= West and <= East;

    /// <summary>As a phone's map copies it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.######}, {Longitude:0.######}");

    /// <summary>Reads “10.386512, 105.435120” as maps copy it, and “10,386512; 105,435120” as it is written here.</summary>
    public static bool TryRead(string typed, out Coordinates point)
    {
        point = default;
        if (PointShape.Match(typed.Trim()) is not { Success: true } shape)
        {
            return false;
        }

        point = new Coordinates(Degrees(shape.Groups["north"].Value), Degrees(shape.Groups["east"].Value));
        return true;
    }

    private static decimal Degrees(string digits) =>
        Math.Round(decimal.Parse(digits.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), Decimals);

    [GeneratedRegex(@"^\(?(?<north>-?[0-9]{1,3}(?:[.,][0-9]{1,15})?)°?(?:\s*[,;]\s*|\s+)(?<east>-?[0-9]{1,3}(?:[.,][0-9]{1,15})?)°?\)?$", RegexOptions.NonBacktracking)]
    private static partial Regex PointShape { get; }
}
