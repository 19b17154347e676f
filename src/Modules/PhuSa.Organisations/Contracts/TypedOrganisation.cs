using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PhuSa.Platform.Web;
using PhuSa.Vietnamese;

namespace PhuSa.Organisations.Contracts;

/// <summary>What somebody typed into a form for an organisation: a code, or a name.</summary>
public static class TypedOrganisation
{
    private const int MostRead = 200;
    private const int MostOffered = 5;

    /// <summary>Half a name is nobody's: money, a right or an award goes to whom it names in full.</summary>
    /// <returns>The one organisation with this code or this name, whatever its case and marks; null where none or several have it.</returns>
    public static async Task<OrganisationRow?> NamedAsync(this IOrganisations organisations, string? typed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(organisations);
        if (Words(typed) is not { } words)
        {
            return null;
        }

        if (await organisations.Rows.FirstOrDefaultAsync(o => o.Code == words, cancellationToken) is { } coded)
        {
            return coded;
        }

        var folded = SearchText.Fold(words);
        var same = (await HavingAsync(organisations, folded, MostRead, cancellationToken)).FindAll(o => SearchText.Fold(o.Name) == folded || SearchText.Fold(o.ShortName) == folded);
        return same.Count == 1 ? same[0] : null;
    }

    /// <returns>Organisations that may be meant, with their codes, to be offered to the person; null where there is none.</returns>
    public static async Task<string?> LikeAsync(this IOrganisations organisations, string? typed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(organisations);
        var like = Words(typed) is { } words ? await HavingAsync(organisations, SearchText.Fold(words), MostOffered, cancellationToken) : [];
        return like.Count == 0 ? null : string.Join("; ", like.Select(o => $"{o.Name} ({o.Code})"));
    }

    /// <summary>As a form asks it: what names not exactly one is told beside its field, with those that may be meant.</summary>
    /// <returns>Null where nothing was typed, or not exactly one is named.</returns>
    public static async Task<OrganisationRow?> NamedAsync(this IOrganisations organisations, string? typed, string field, ModelStateDictionary state, Texts text, CancellationToken cancellationToken)
    {
        var named = await organisations.NamedAsync(typed, cancellationToken);
        if (named is null && VietnameseText.OnOneLine(typed) is not null)
        {
            await organisations.TellNotNamedAsync(typed, field, state, text, cancellationToken);
        }

        return named;
    }

    /// <summary>Says beside the field that what was typed names not exactly one, and which may be meant.</summary>
    public static async Task TellNotNamedAsync(this IOrganisations organisations, string? typed, string field, ModelStateDictionary state, Texts text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(text);
        state.AddModelError(field, await organisations.LikeAsync(typed, cancellationToken) is { } offer
            ? text["Không có đúng một tổ chức mang mã hoặc tên này. Ghi mã hoặc tên đầy đủ của một trong các tổ chức: {0}", offer]
            : text["Không có đúng một tổ chức mang mã hoặc tên này. Mở danh sách tổ chức để xem mã."]);
    }

    /// <returns>Null also where a character is in it that no name has and no database takes.</returns>
    private static string? Words(string? typed) => VietnameseText.OnOneLine(typed) is { } words && !words.Any(char.IsControl) ? words : null;

    /// <summary>The shortest first: they are nearest to what was typed.</summary>
    private static async Task<List<OrganisationRow>> HavingAsync(IOrganisations organisations, string folded, int most, CancellationToken cancellationToken) =>
        folded.Length == 0 ? [] : await organisations.Rows.Where(o => o.SearchText.Contains(folded)).OrderBy(o => o.SearchText.Length).ThenBy(o => o.NameOrder).ThenBy(o => o.Id).Take(most).ToListAsync(cancellationToken);
}
