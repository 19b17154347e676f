using Microsoft.AspNetCore.Http;
using PhuSa.Platform.Rights;
using PhuSa.Vietnamese;

namespace PhuSa.Identity.People;

/// <summary>In which state an account is, as the list's filter names it.</summary>
internal enum AccountState
{
    Active,
    Disabled,

    /// <summary>Active, but five wrong passwords keep it shut for some minutes.</summary>
    LockedOut,
    Erased,
}

/// <summary>What the list of people shows: all of it stands in the address. What cannot be read is no filter.</summary>
internal sealed record PeopleFilter(string? Words = null, string? Organisation = null, Role? Role = null, AccountState? State = null, bool Unreviewed = false)
{
    public const string WordsKey = "q";
    public const string OrganisationKey = "to-chuc";
    public const string RoleKey = "vai-tro";
    public const string StateKey = "tinh-trang";
    public const string ReviewKey = "ra-soat";

    /// <summary>The value of <see cref="ReviewKey"/>: not looked at for a year.</summary>
    public const string Due = "den-han";

    private const int LongestWords = 200;

    /// <summary>The states by the word that stands for them in the address, with their Vietnamese names.</summary>
    public static IReadOnlyDictionary<string, (AccountState State, string Name)> States { get; } = new Dictionary<string, (AccountState, string)>(StringComparer.Ordinal)
    {
        ["dang-hoat-dong"] = (AccountState.Active, "Đang hoạt động"),
        ["da-khoa"] = (AccountState.Disabled, "Đã khoá"),
        ["khoa-tam"] = (AccountState.LockedOut, "Khoá tạm do sai mật khẩu"),
        ["da-xoa"] = (AccountState.Erased, "Đã xoá dữ liệu"),
    };

    public bool IsAny => this != new PeopleFilter();

    public static PeopleFilter Of(IQueryCollection query) => new(
        Text(query, WordsKey),
        Text(query, OrganisationKey),
        Enum.TryParse<Role>(query[RoleKey], out var role) && Enum.IsDefined(role) ? role : null,
        States.TryGetValue(query[StateKey].ToString(), out var state) ? state.State : null,
        query[ReviewKey] == Due);

    /// <summary>Folded words, each of which is to be found. A telephone number in groups is one word.</summary>
    public static IReadOnlyList<string> Folded(string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return [];
        }

        return words.All(c => char.IsAsciiDigit(c) || " .+-()".Contains(c, StringComparison.Ordinal))
            ? [string.Concat(words.Where(char.IsAsciiDigit))]
            : SearchText.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string? Text(IQueryCollection query, string key) =>
        query[key].ToString().Trim() is { Length: > 0 } text ? VietnameseText.Beginning(text, LongestWords) : null;
}
