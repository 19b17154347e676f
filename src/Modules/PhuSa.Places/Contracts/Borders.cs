using Microsoft.AspNetCore.Http;
using PhuSa.Documents.Sheets;

namespace PhuSa.Places.Contracts;

/// <summary>
/// By which borders a list reads the places of its records, those of the time when they were written down or today's, and the unit that it is narrowed to.
/// Both stand in the address of the list.
/// </summary>
/// <param name="Unit">A row of <see cref="PlaceUnits.CountAsync"/>; null for all.</param>
public sealed record Borders(bool OfToday, string? Unit)
{
    public const string Key = "dia-gioi";
    public const string Today = "hien-nay";
    public const string UnitKey = "don-vi";
    private const int LongestUnit = 100;

    public static Borders None { get; } = new(OfToday: false, Unit: null);

    /// <summary>What is chosen, as it stands in the address.</summary>
    public IEnumerable<(string Key, string? Value)> Parts => [(UnitKey, Unit), (Key, OfToday ? Today : null)];

    public static Borders Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);

        // A control character is never part of a code, and PostgreSQL takes none.
        var unit = string.Concat(query[UnitKey].ToString().Where(character => !char.IsControl(character))).Trim();
        return new Borders(query[Key] == Today, unit.Length is 0 or > LongestUnit ? null : unit);
    }
}

/// <summary>A place as a record has it, and where that is today.</summary>
/// <param name="Place">In the record's words where it has some, else the unit's name; null where neither is known.</param>
/// <param name="Now">The unit that it is in now, where exactly one came after.</param>
/// <param name="MayBe">The units one of which it is now, where its unit was split and a person has to say which.</param>
public sealed record PlaceShown(string? Place, string? Now, IReadOnlyList<string> MayBe)
{
    public static PlaceShown Unknown { get; } = new(null, null, []);
}

/// <summary>The columns that say of a record's place what its list says, for tables to take away: then, today, and what a person has to choose among.</summary>
public static class PlaceCells
{
    /// <summary>Vietnamese; keys of the English table.</summary>
    public static IReadOnlyList<string> Header { get; } = ["Nơi", "Nay thuộc", "Nay có thể thuộc, chờ chọn"];

    public static IEnumerable<SheetCell> Of(PlaceShown place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return [place.Place, place.Now, place.MayBe.Count == 0 ? null : string.Join("; ", place.MayBe)];
    }
}
