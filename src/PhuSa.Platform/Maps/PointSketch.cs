using System.Globalization;
using System.Text;
using PhuSa.Vietnamese;

namespace PhuSa.Platform.Maps;

/// <summary>What a map shows at one spot.</summary>
/// <param name="Url">Root-relative address of its page.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record MapPoint(Guid Id, string Code, string Title, string Url, decimal Latitude, decimal Longitude);

/// <summary>A name in the middle of its points.</summary>
/// <param name="Count">How many points.</param>
public sealed record MapName(string Name, decimal North, decimal East, int Count);

/// <summary>A line of the drawn grid.</summary>
/// <param name="At">Where it is drawn, from the left or from the top.</param>
public sealed record GridLine(int At, decimal Degrees);

/// <summary>A name on the drawing, its middle below which the points are.</summary>
public sealed record PlacedName(string Words, int X, int Y);

/// <summary>Points on a plain grid of degrees, north above: what the page shows of the map without any script, ground or other host.</summary>
public sealed class PointSketch
{
    public const int Width = 600;

    /// <summary>More names than these are not written.</summary>
    public const int MostNames = 12;

    private const int Edge = 24;
    private const int Lowest = 260;
    private const int Highest = 620;
    private const int MostLines = 5;

    /// <summary>A letter of the drawing's size, on the safe side: names must not run into each other.</summary>
    private const int LetterWidth = 10;
    private const int LetterHeight = 22;
    private const int AboveDot = 12;

    /// <summary>One point alone, or several at one place, still need a piece of land around them.</summary>
    private const double Least = 0.02;

    private static readonly decimal[] Steps = [0.005m, 0.01m, 0.02m, 0.05m, 0.1m, 0.2m, 0.5m, 1, 2, 5, 10, 20, 45];

    private readonly double _west;
    private readonly double _north;
    private readonly double _across;
    private readonly double _down;

    /// <param name="points">At least one.</param>
    /// <param name="names">May be written where their points are.</param>
    public PointSketch(IReadOnlyList<MapPoint> points, IReadOnlyList<MapName> names)
    {
        var (south, north) = Spread(points.Min(point => point.Latitude), points.Max(point => point.Latitude));
        var (west, east) = Spread(points.Min(point => point.Longitude), points.Max(point => point.Longitude));

        // A degree of longitude is shorter the farther from the equator.
        var shrink = Math.Max(0.1, Math.Cos((south + north) / 2 * Math.PI / 180));
        Height = (int)Math.Clamp(((Width - (2 * Edge)) * (north - south) / ((east - west) * shrink)) + (2 * Edge), Lowest, Highest);
        _across = Math.Min((Width - (2 * Edge)) / ((east - west) * shrink), (Height - (2 * Edge)) / (north - south));
        (_down, _across) = (_across, _across * shrink);
        _west = ((west + east) / 2) - (Width / 2 / _across);
        _north = ((south + north) / 2) + (Height / 2 / _down);
        Dots = Draw(points);
        Names = Place(names);
        Meridians = Lines(_west, _west + (Width / _across), degrees => X(degrees));
        Parallels = Lines(_north - (Height / _down), _north, degrees => Y(degrees));
    }

    public int Height { get; }

    /// <summary>The points as one path: two of them on one spot are one dot.</summary>
    public string Dots { get; }

    /// <summary>As many as there is room for, those of most points first.</summary>
    public IReadOnlyList<PlacedName> Names { get; }

    public IReadOnlyList<GridLine> Meridians { get; }

    public IReadOnlyList<GridLine> Parallels { get; }

    private static (double From, double To) Spread(decimal least, decimal most)
    {
        var (from, to) = ((double)least, (double)most);
        var missing = Math.Max(0, Least - (to - from)) / 2;
        return (from - missing, to + missing);
    }

    private string Draw(IReadOnlyList<MapPoint> points)
    {
        // To every third unit: a dot is fifteen wide, and many points must not make a heavy page.
        var spots = points.Select(point => (X: X((double)point.Longitude) / 3 * 3, Y: Y((double)point.Latitude) / 3 * 3)).Distinct().Order();
        var path = new StringBuilder();
        foreach (var (x, y) in spots)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h0");
        }

        return path.ToString();
    }

    private List<PlacedName> Place(IReadOnlyList<MapName> wanted)
    {
        var placed = new List<PlacedName>();
        foreach (var one in wanted.OrderByDescending(one => one.Count).ThenBy(one => one.Name, VietnameseOrder.Instance))
        {
            var half = one.Name.Length * LetterWidth / 2;
            if (half * 2 > Width || placed.Count == MostNames)
            {
                continue;
            }

            var name = new PlacedName(one.Name, Math.Clamp(X((double)one.East), half, Width - half), Math.Max(Y((double)one.North) - AboveDot, LetterHeight));
            if (!placed.Exists(other => Math.Abs(other.Y - name.Y) < LetterHeight && Math.Abs(other.X - name.X) < half + (other.Words.Length * LetterWidth / 2)))
            {
                placed.Add(name);
            }
        }

        return placed;
    }

    private static List<GridLine> Lines(double from, double to, Func<double, int> at)
    {
        var step = Array.Find(Steps, one => (to - from) / (double)one <= MostLines) is var found && found > 0 ? found : Steps[^1];
        var first = Math.Ceiling((decimal)from / step) * step;
        var lines = new List<GridLine>();
        for (var degrees = first; degrees < (decimal)to; degrees += step)
        {
            lines.Add(new GridLine(at((double)degrees), degrees));
        }

        return lines;
    }

    private int X(double longitude) => (int)Math.Round((longitude - _west) * _across);

    private int Y(double latitude) => (int)Math.Round((_north - latitude) * _down);
}
