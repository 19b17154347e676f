using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using PhuSa.Identity.People;
using PhuSa.Organisations.Contracts;
using PhuSa.Platform.Rights;

namespace PhuSa.Identity.Appointments;

/// <summary>
/// The step of a form in which an organisation is found by name and chosen. Both stand in the address (<c>tim</c>, <c>to-chuc</c>), so it works
/// without script and comes back with the browser's button.
/// </summary>
internal sealed class OrganisationChoice(IOrganisations organisations)
{
    public const string SearchKey = "tim";
    public const string ChosenKey = "to-chuc";

    /// <summary>In place of a code: no organisation, the installation itself.</summary>
    public const string House = "he-thong";

    public const int Most = 30;

    /// <summary>What was typed to search.</summary>
    public string? Words { get; private set; }

    public OrganisationRow? Chosen { get; private set; }

    public bool IsHouse { get; private set; }

    /// <summary>One step further: which roles fit.</summary>
    public bool IsMade => IsHouse || Chosen is not null;

    public Guid? OrganisationId => Chosen?.Id;

    /// <summary>At most <see cref="Most"/>, in Vietnamese order.</summary>
    public IReadOnlyList<OrganisationRow> Found { get; private set; } = [];

    public IReadOnlyList<Role> FittingRoles => RoleFit.Of(Chosen?.Kind);

    /// <summary>The value that chooses the present one again.</summary>
    public string Code => IsHouse ? House : Chosen?.Code ?? "";

    /// <param name="among">Roles that may be given here: organisations that none of them fits are not offered.</param>
    public async Task ReadAsync(IQueryCollection query, IReadOnlySet<Role> among, CancellationToken cancellationToken)
    {
        var kinds = Enum.GetValues<OrganisationKind>().Where(kind => RoleFit.Of(kind).Any(among.Contains)).ToArray();
        var code = query[ChosenKey].ToString();
        IsHouse = code == House && among.Contains(Role.Administrator);
        Chosen = IsHouse || code.Length == 0 ? null
            : await organisations.Rows.SingleOrDefaultAsync(o => o.Code == code && EF.Parameter(kinds).Contains(o.Kind), cancellationToken);
        Words = query[SearchKey].ToString() is { Length: > 0 } words ? words : null;
        var folded = PeopleFilter.Folded(Words);
        if (IsMade || folded.Count == 0)
        {
            return;
        }

        var found = organisations.Rows.Where(o => EF.Parameter(kinds).Contains(o.Kind));
        foreach (var word in folded)
        {
            found = found.Where(o => o.SearchText.Contains(word));
        }

        Found = await found.OrderBy(o => o.NameOrder).ThenBy(o => o.Id).Take(Most).ToListAsync(cancellationToken);
    }
}
