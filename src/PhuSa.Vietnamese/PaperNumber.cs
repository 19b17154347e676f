namespace PhuSa.Vietnamese;

/// <summary>
/// Compares numbers of papers as a clerk does. A number is kept letter for letter; hyphens, spaces, letter case, marks and a leading
/// zero make no difference when one is looked for, since articles and letters mistype them.
/// </summary>
public static class PaperNumber
{
    /// <summary>“071/2019/QĐUBND” and “71/2019/QĐ-UBND” both give “71/2019/qdubnd”; null without a letter or digit.</summary>
    public static string? KeyOf(string? number)
    {
        if (number is null)
        {
            return null;
        }

        var parts = number.Split('/').Select(part => SearchText.Fold(part).Replace(" ", "", StringComparison.Ordinal)).ToArray();
        parts[0] = parts[0].TrimStart('0') is { Length: > 0 } first ? first : parts[0];
        var key = string.Join('/', parts).Trim('/');
        return key.Length == 0 ? null : key;
    }

    public static bool AreSame(string? one, string? other) => KeyOf(one) is { } key && key == KeyOf(other);
}
