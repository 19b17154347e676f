namespace PhuSa.Vietnamese;

/// <summary>
/// A Vietnamese personal name: family name first, given name last, whatever stands between in the middle. A single word
/// is the given name. Names with a family name of two words cannot be told apart; the second word counts as middle.
/// </summary>
public sealed record PersonName(string Family, string Middle, string Given)
{
    /// <summary>Splits at white space; letters stay as they are. An empty text gives three empty parts.</summary>
    public static PersonName Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [] => new PersonName("", "", ""),
            [var given] => new PersonName("", "", given),
            [var family, .. var middle, var given] => new PersonName(family, string.Join(' ', middle), given),
        };
    }

    /// <summary>Key whose ordinal order is the order of given names, then family and middle names; see <see cref="VietnameseOrder.ByGivenName"/>.</summary>
    public string SortKey => VietnameseOrder.SortKey($"{Given} {Family} {Middle}");

    /// <summary>The name as it is written, single spaces between its parts.</summary>
    public override string ToString() =>
        string.Join(' ', new[] { Family, Middle, Given }.Where(part => part.Length > 0));
}
