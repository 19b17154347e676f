using Microsoft.EntityFrameworkCore;
using PhuSa.Vietnamese;

namespace PhuSa.Organisations.Contracts;

/// <summary>
/// What tells an organisation in its name: “Cty TNHH Xoài Mẫu” and “Công ty TNHH Xoài Mẫu” are one, and so are “QTDND Mỹ Bình” and “Quỹ tín dụng nhân dân
/// Mỹ Bình”. The one comparison by which every form asks for those on record already.
/// </summary>
public static class NameCore
{
    private const int MostRead = 200;

    /// <summary>Legal forms of firms, the longest first: what stands behind them is the firm's own, its trade too.</summary>
    private static readonly string[] Firms =
    [
        "cong ty trach nhiem huu han mot thanh vien", "cong ty trach nhiem huu han", "cong ty tnhh mot thanh vien", "doanh nghiep tu nhan", "cong ty tnhh mtv", "cong ty co phan",
        "ho kinh doanh", "cong ty tnhh", "cty tnhh mtv", "cong ty cp", "cty tnhh", "cty co phan", "cong ty", "cty cp", "ctcp", "dntn", "cty", "hkd",
    ];

    /// <summary>What names of cooperatives begin with, the longest first: nearly all have some of it.</summary>
    private static readonly string[] Cooperatives =
    [
        "lien hiep hop tac xa", "lien hiep htx", "quy tin dung nhan dan", "hop tac xa", "to hop tac", "qtdnd", "htx", "tht", "san xuat", "nong nghiep", "dich vu", "kinh doanh",
        "thuong mai", "tong hop", "sxkd", "dvnn", "va", "dv", "sx", "kd", "tm", "nn",
    ];

    /// <summary>The folded name without what only tells the kind; the whole of it where nothing else is left.</summary>
    public static string Of(string name)
    {
        var folded = SearchText.Fold(name);
        var ofFirm = Without(folded, Firms);
        return ofFirm != folded ? ofFirm : Without(folded, Cooperatives);
    }

    /// <param name="names">All that somebody, or a record, is called.</param>
    /// <param name="among">Which organisations are asked for.</param>
    /// <returns>Those that have, or had, a name of one of the same cores, in Vietnamese order.</returns>
    public static async Task<IReadOnlyList<OrganisationRow>> AlikeAsync(this IOrganisations organisations, IEnumerable<string> names, Func<IQueryable<OrganisationRow>, IQueryable<OrganisationRow>> among, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(organisations);
        ArgumentNullException.ThrowIfNull(among);
        var cores = names.Select(Of).Where(core => core.Length > 0).ToHashSet(StringComparer.Ordinal);
        var having = new Dictionary<Guid, OrganisationRow>();
        foreach (var core in cores)
        {
            // Those that merely have the words in a longer name are read and left out: the shortest first, so that the same name is not cut off.
            var inside = $" {core} ";
            foreach (var row in await among(organisations.Rows).Where(row => (" " + row.SearchText + " ").Contains(inside)).OrderBy(row => row.SearchText.Length).ThenBy(row => row.Id).Take(MostRead).ToListAsync(cancellationToken))
            {
                having[row.Id] = row;
            }
        }

        var former = await organisations.FormerNamesOfAsync(having.Keys, cancellationToken);
        return [.. having.Values.Where(row => former[row.Id].Append(row.Name).Append(row.ShortName).Any(name => cores.Contains(Of(name)))).OrderBy(row => row.NameOrder, StringComparer.Ordinal).ThenBy(row => row.Id).Take(most)];
    }

    private static string Without(string folded, string[] kinds)
    {
        var core = folded;
        while (Array.Find(kinds, kind => core.StartsWith(kind + " ", StringComparison.Ordinal)) is { } kind)
        {
            core = core[(kind.Length + 1)..];
        }

        return core;
    }
}
