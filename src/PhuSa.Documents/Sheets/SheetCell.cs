using System.Globalization;

namespace PhuSa.Documents.Sheets;

/// <summary>A cell to write: empty, text, a number or a day. What a person typed is always text and never becomes a formula.</summary>
public readonly record struct SheetCell
{
    private readonly string? _text;
    private readonly decimal? _number;
    private readonly DateOnly? _day;

    private SheetCell(string? text, decimal? number, DateOnly? day) => (_text, _number, _day) = (text, number, day);

    internal string? Words => _text;

    internal decimal? Number => _number;

    internal DateOnly? Day => _day;

    public static implicit operator SheetCell(string? text) => Of(text);

    public static implicit operator SheetCell(int number) => Of((decimal)number);

    public static implicit operator SheetCell(long number) => Of((decimal)number);

    public static implicit operator SheetCell(decimal number) => Of(number);

    public static implicit operator SheetCell(DateOnly day) => Of(day);

    public static SheetCell Of(string? text) => new(text, number: null, day: null);

    public static SheetCell Of(decimal? number) => new(text: null, number, day: null);

    public static SheetCell Of(DateOnly? day) => new(text: null, number: null, day);

    /// <summary>The cell as text: numbers with a point, days as yyyy-MM-dd.</summary>
    public override string ToString() => _text
        ?? _number?.ToString("0.############################", CultureInfo.InvariantCulture)
        ?? _day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        ?? "";
}
