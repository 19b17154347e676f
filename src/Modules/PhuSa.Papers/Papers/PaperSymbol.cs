using System.Globalization;
using PhuSa.Papers.Contracts;
using PhuSa.Platform.Rules;

namespace PhuSa.Papers.Papers;

/// <summary>How Phụ lục I and III of Nghị định 30/2020/NĐ-CP write the number and symbol of a paper.</summary>
internal static class PaperSymbol
{
    public const int MaxLength = 30;

    /// <summary>What one part of a symbol looks like: letters and digits, joined by hyphens without spaces.</summary>
    public const string Pattern = @"[\p{L}\p{Nd}]+(-[\p{L}\p{Nd}]+)*";

    /// <summary>
    /// “05/BC-SKHCN”; a letter has no letters of its kind but those of the unit that wrote it: “123/SKHCN-QLCN”; a legal act carries its year:
    /// “71/2019/QĐ-UBND”. Numbers below ten are padded.
    /// </summary>
    /// <exception cref="RefusedException">The kind has no symbol under a book that numbers legal acts.</exception>
    public static string Write(int number, PaperKind kind, string body, string? unit, int? legalYear)
    {
        var padded = number.ToString("00", CultureInfo.InvariantCulture);
        var letters = PaperWords.SymbolOf(kind);
        if (legalYear is { } year)
        {
            return letters is null
                ? throw new RefusedException("Loại văn bản này không có ký hiệu của văn bản quy phạm pháp luật.")
                : string.Create(CultureInfo.InvariantCulture, $"{padded}/{year}/{letters}-{body}");
        }

        return letters is not null ? $"{padded}/{letters}-{body}" : unit is null ? $"{padded}/{body}" : $"{padded}/{body}-{unit}";
    }

    /// <summary>What stands after the slash before there is a number: “BC-SKHCN”.</summary>
    public static string Open(PaperKind kind, string body, string? unit)
    {
        var written = Write(1, kind, body, unit, legalYear: null);
        return written[(written.IndexOf('/', StringComparison.Ordinal) + 1)..];
    }
}
