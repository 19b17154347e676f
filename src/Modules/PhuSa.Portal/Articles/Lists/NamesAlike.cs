using PhuSa.Vietnamese;

namespace PhuSa.Portal.Articles.Lists;

/// <summary>Names of bodies and fields are kept as officers typed them. Spellings of one name are told here: case, spaces, tone marks, and the short forms that documents themselves use.</summary>
internal static class NamesAlike
{
    private static readonly (string Short, string Full)[] ShortForms =
    [
        (" ubnd ", " uy ban nhan dan "),
        (" hdnd ", " hoi dong nhan dan "),
        (" khcn ", " khoa hoc va cong nghe "),
        (" kh cn ", " khoa hoc va cong nghe "),
        (" htx ", " hop tac xa "),
        (" tp ", " thanh pho "),
    ];

    /// <summary>Equal for spellings of one name.</summary>
    public static string KeyOf(string name) =>
        ShortForms.Aggregate($" {SearchText.Fold(name)} ", (key, form) => key.Replace(form.Short, form.Full, StringComparison.Ordinal)).Trim();

    public static bool AreAlike(string? name, string? other) => name is not null && other is not null && KeyOf(name) == KeyOf(other);

    /// <returns>One spelling of each name, the one most often used, in alphabetical order.</returns>
    public static IReadOnlyList<string> Choices(IEnumerable<string?> typed) => [.. Spellings(typed).Values.Order(VietnameseOrder.Instance)];

    /// <returns>By key, the spelling most often used.</returns>
    public static IReadOnlyDictionary<string, string> Spellings(IEnumerable<string?> typed) => typed.OfType<string>()
        .GroupBy(KeyOf, StringComparer.Ordinal)
        .ToDictionary(
            alike => alike.Key,
            alike => alike.GroupBy(name => name, StringComparer.Ordinal).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).First().Key,
            StringComparer.Ordinal);
}
