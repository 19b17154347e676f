using Microsoft.AspNetCore.Http;
using PhuSa.Organisations.Contracts;
using PhuSa.Vietnamese;

namespace PhuSa.Organisations.Office;

/// <summary>What the list of organisations shows: all of it stands in the address. What cannot be read is no filter.</summary>
/// <param name="Words">Looked for in names of any time, or a whole code.</param>
internal sealed record OrganisationFilter(string? Words, OrganisationKind? Kind)
{
    public const string WordsKey = "q";
    public const string KindKey = "loai";
    public const int LongestWords = 100;

    public bool IsAny => Words is not null || Kind is not null;

    /// <summary>The query of the address, with its question mark; empty without a filter.</summary>
    public string Query
    {
        get
        {
            var parts = new[] { (Key: WordsKey, Value: Words), (Key: KindKey, Value: Kind is { } kind ? OrganisationWords.All.First(words => words.Kind == kind).Word : null) }
                .Where(part => part.Value is not null).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}").ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    public static OrganisationFilter Of(IQueryCollection query)
    {
        // A control character is never part of a name, and PostgreSQL takes none.
        var typed = string.Concat(query[WordsKey].ToString().Where(character => !char.IsControl(character))).Trim();
        var word = query[KindKey].ToString();
        return new(typed.Length == 0 ? null : VietnameseText.Beginning(typed, LongestWords), OrganisationWords.All.FirstOrDefault(kind => kind.Word == word)?.Kind);
    }
}
