using System.Globalization;
using Microsoft.AspNetCore.Http;
using PhuSa.Portal.Articles.Facts;
using PhuSa.Vietnamese;

namespace PhuSa.Portal.Articles.Lists;

/// <summary>What the library shows: all of it stands in the address. What cannot be read is no filter.</summary>
internal sealed record LegalFilter(string? Words = null, LegalType? Type = null, string? Body = null, int? Year = null, string? Field = null, LegalState? State = null)
{
    public const string WordsKey = "q";
    public const string TypeKey = "loai";
    public const string BodyKey = "co-quan";
    public const string YearKey = "nam";
    public const string FieldKey = "linh-vuc";
    public const string StateKey = "hieu-luc";
    public const int LongestWords = 200;

    public bool IsAny => this != new LegalFilter();

    public IReadOnlyList<string> Folded => Words is null ? [] : SearchText.Fold(Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static LegalFilter Of(IQueryCollection query) => new(
        Text(query, WordsKey),
        LegalTypeWords.InAddresses.TryGetValue(query[TypeKey].ToString(), out var type) ? type : null,
        Text(query, BodyKey),
        int.TryParse(query[YearKey].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 3000 ? year : null,
        Text(query, FieldKey),
        LegalValidity.States.TryGetValue(query[StateKey].ToString(), out var state) ? state.State : null);

    private static string? Text(IQueryCollection query, string key) =>
        query[key].ToString().Trim() is { Length: > 0 } text ? VietnameseText.Beginning(text, LegalFacts.NameMaxLength) : null;
}
